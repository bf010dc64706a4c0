"""Addresses for what watches over the site."""

from django.urls import path

from operations import health

urlpatterns = [path("health/work/", health.work, name="health_work")]
