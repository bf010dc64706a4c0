"""The addresses of the exchange of texts, below those of translation."""

from django.urls import path

from translation.exchange.views import ConfirmView, DownloadView, ExchangeView

urls = [
    path("exchange/", ExchangeView.as_view(), name="exchange"),
    path("exchange/confirm/", ConfirmView.as_view(), name="exchange_confirm"),
    path("exchange/<int:page_id>/", ExchangeView.as_view(), name="exchange_page"),
    path("exchange/<int:page_id>/download/", DownloadView.as_view(), name="exchange_page_download"),
]
