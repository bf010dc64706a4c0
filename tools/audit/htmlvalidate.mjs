// What the HTML standard demands. Accessibility is judged where the page is shown: by axe and by the accessibility tree.
export default {
  root: true,
  extends: ['html-validate:standard', 'html-validate:document'],
  rules: {
    // Every file comes from the site itself, so whoever could change one could change its digest in the page too.
    'require-sri': 'off',
  },
};
