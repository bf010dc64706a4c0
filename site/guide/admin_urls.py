"""The addresses of the guide."""

from django.urls import path

from guide.views import IndexView, PageView, picture_view

app_name = "guide"

urlpatterns = [
    path("", IndexView.as_view(), name="index"),
    path("pictures/<path:name>", picture_view, name="picture"),
    path("<slug:name>/", PageView.as_view(), name="page"),
    path("<slug:name>/<slug:language>/", PageView.as_view(), name="page"),
]
