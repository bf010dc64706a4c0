// A calendar opens a moment after its field has got the focus. Whoever has gone on by then keeps what they went to in sight.
(({ fn }) => {
  fn.datetimepicker.defaults.onShow = (_moment, field) => field.is(document.activeElement);
})(window.jQuery);
