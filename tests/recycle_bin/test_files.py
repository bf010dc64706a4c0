"""What a page in the bin shows and offers is still there when it comes back."""

import pytest
from django.db import transaction
from django.urls import reverse

from content.factories import make_image
from editorial.refusals import PublishingRefused
from library.models import CustomImage
from news.models import NewsPage


@pytest.fixture
def image(draft):
    """An image of the draft."""
    image = make_image()
    draft.lead_image, draft.lead_image_alt = image, "Ścieżka"
    draft.save()
    draft.save_revision()
    return image


def test_an_image_of_a_page_in_the_bin_stays(sign_in, draft, image, delete, bring_back):
    delete(sign_in("editor"), draft)
    with pytest.raises(PublishingRefused, match=draft.title), transaction.atomic():
        image.delete()
    answer = sign_in("administrator").post(reverse("wagtailimages:delete", args=[image.pk]), follow=True)
    assert draft.title in answer.content.decode()
    assert CustomImage.objects.filter(pk=image.pk).exists()
    bring_back(sign_in("editor"), draft)
    assert NewsPage.objects.get(pk=draft.pk).lead_image == image
    image.delete()


def test_an_image_of_a_draft_can_be_deleted_as_before(draft, image):
    image.delete()
    assert not CustomImage.objects.filter(pk=image.pk).exists()
