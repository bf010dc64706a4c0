"""Files in buckets: the settings, and the command that makes them. boto3's own stand-in answers for the store."""

import json

import pytest
from botocore.stub import Stubber
from django.core.exceptions import ImproperlyConfigured
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from config.settings.buckets import buckets, image_source
from library.storage import public_storage

GIVEN = {
    "private": "site-private",
    "public": "site-public",
    "public_url": "https://www.example.org/media/",
    "endpoint": "http://store:7070",
    "region": "us-east-1",
    "access_key": "somebody",
    "secret_key": "a secret",
}


@pytest.fixture
def stores(settings):
    """The two storages with a stand-in for the store of each."""
    settings.STORAGES = {**settings.STORAGES, **buckets(**GIVEN)}
    stubs = [Stubber(storage.connection.meta.client) for storage in (default_storage, public_storage())]
    for stub in stubs:
        stub.activate()
    yield stubs
    for stub in stubs:
        stub.assert_no_pending_responses()


def test_folders_are_used_where_no_bucket_is_named():
    assert buckets(**GIVEN | {"private": "", "public": ""}) == {}


@pytest.mark.parametrize(
    "wrong",
    [
        {"private": ""},
        {"public": ""},
        {"public_url": ""},
        {"public": "site-private"},
        {"public_url": "www.example.org/media/"},
    ],
)
def test_half_of_it_stops_the_start_and_says_what_is_missing(wrong):
    with pytest.raises(ImproperlyConfigured, match="S3_PUBLIC_URL"):
        buckets(**GIVEN | wrong)


def test_readers_find_public_files_under_the_address_that_is_given(stores):
    assert public_storage().url("images/sign-ą.webp") == "https://www.example.org/media/images/sign-%C4%85.webp"
    assert image_source(GIVEN["public_url"]) == ["https://www.example.org"]


def test_private_files_have_only_addresses_that_are_signed(stores):
    address = default_storage.url("documents/plan.pdf")
    assert address.startswith("http://store:7070/site-private/documents/plan.pdf?")
    assert "X-Amz-Signature=" in address


def test_a_file_of_the_same_name_replaces_none(stores):
    stores[0].add_response("head_object", {}, {"Bucket": "site-private", "Key": "documents/plan.pdf"})
    stores[0].add_client_error("head_object", service_error_code="404", http_status_code=404)
    assert default_storage.get_available_name("documents/plan.pdf") != "documents/plan.pdf"


def test_missing_buckets_are_made_and_only_the_public_one_is_opened(stores, capsys):
    private, public = stores
    private.add_response("list_buckets", {"Buckets": [{"Name": "site-private"}]})
    public.add_response("list_buckets", {"Buckets": [{"Name": "site-private"}]})
    public.add_response("create_bucket", {}, {"Bucket": "site-public"})
    policy = json.dumps(
        {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Effect": "Allow",
                    "Principal": "*",
                    "Action": "s3:GetObject",
                    "Resource": "arn:aws:s3:::site-public/*",
                }
            ],
        }
    )
    public.add_response("put_bucket_policy", {}, {"Bucket": "site-public", "Policy": policy})
    call_command("make_buckets")
    assert capsys.readouterr().out == "The bucket site-private is there.\nThe bucket site-public was made.\n"


def test_a_store_that_refuses_is_told(stores):
    stores[0].add_client_error("list_buckets", service_error_code="AccessDenied")
    with pytest.raises(CommandError, match=r"site-private cannot be made.*AccessDenied"):
        call_command("make_buckets")


def test_folders_need_no_buckets(capsys):
    call_command("make_buckets")
    assert capsys.readouterr().out == ""
