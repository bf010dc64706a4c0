"""Videos: at a provider, loaded after a reader's click, or from the site's own files."""

from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from core.blocks import previews
from core.blocks.text import TextBlock
from core.dates import months_after
from core.videos import HostedVideo, hosted_video

VIDEO_FORMATS = ("mp4", "webm")
CAPTIONS_FORMAT = "vtt"
# Act of 4 April 2019 on digital accessibility: a recording of a live stream may wait for its captions no longer.
MONTHS_TO_CAPTION = 2


class VideoValue(blocks.StructValue):
    """A video with what its players need. In a template a field goes before a property of the same name."""

    @cached_property
    def hosted(self) -> HostedVideo | None:
        """The video at a provider, or None if it is a file of ours."""
        return hosted_video(self["url"] or "")

    @property
    def track(self) -> Any:
        """The document with captions, if they are in one."""
        return self["captions_file"] if self["captions"] == "file" else None

    @property
    def captions_awaited(self) -> date | None:
        """The day by which there will be captions, if there are none yet."""
        return self["captions_due"] if self["captions"] == "due" else None

    @property
    def captions_overdue(self) -> bool:
        """Whether the day by which readers were promised captions has passed."""
        return self.captions_awaited is not None and self.captions_awaited < timezone.localdate()

    @property
    def is_silent(self) -> bool:
        """Whether nothing is said in it, so that nobody waits for captions."""
        return self["captions"] == "none"


class VideoBlock(blocks.StructBlock):
    """One video. Nothing is asked of a provider before the reader's click."""

    CAPTIONS = [
        ("included", _("The video itself has them, or its provider shows them")),
        ("file", _("They are in the file below")),
        ("due", _("They will be added by the day below")),
        ("none", _("Nothing is said in the video")),
    ]

    title = blocks.CharBlock(
        label=_("Title"), max_length=150, help_text=_("What the video shows. Screen readers name the player so.")
    )
    url = blocks.URLBlock(
        label=_("Address at YouTube or Vimeo"),
        required=False,
        max_length=300,
        help_text=_("The address of the video's page. Give either this or a file."),
    )
    file = DocumentChooserBlock(
        label=_("Video file"), required=False, help_text=_("An MP4 or WebM file from the documents of this site.")
    )
    poster = ImageChooserBlock(
        picture_preset="body",
        label=_("Still image"),
        required=False,
        help_text=_("Stands in the place of the video until it plays."),
    )
    recorded_on = blocks.DateBlock(
        label=_("Recorded on"),
        required=False,
        help_text=_("For a recording of a live stream: the day of the stream."),
    )
    captions = blocks.ChoiceBlock(
        label=_("Captions"),
        choices=CAPTIONS,
        search_index=False,
        help_text=_("What is said and what sounds mean, in writing, for readers who do not hear it."),
    )
    captions_file = DocumentChooserBlock(
        label=_("File with captions"),
        required=False,
        help_text=_("A WebVTT file (.vtt) from the documents of this site. Only for a video file of this site."),
    )
    captions_language = blocks.ChoiceBlock(
        label=_("Language of the captions"),
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
        search_index=False,
        help_text=_("The language in which the file with captions is written."),
    )
    captions_due = blocks.DateBlock(
        label=_("Captions by"),
        required=False,
        help_text=_(
            "Only for a recording of a live stream. The law gives 14 days; if that cannot be kept, readers are told "
            "when, at most two months after the stream."
        ),
    )
    transcript = TextBlock(
        label=_("Transcript"),
        required=False,
        help_text=_("What is said and what is to be seen, as text. Readers open it under the video."),
    )

    def clean(self, value: Any) -> Any:
        """Check that there is one video, and captions or a lawful day for them; write the address in one way.

        Raises:
            StructBlockValidationError: on each field that is wrong.
        """
        value = super().clean(value)
        errors = {**self._errors_of_source(value), **self._errors_of_captions(value)}
        if errors:
            raise StructBlockValidationError({name: ValidationError(text) for name, text in errors.items()})
        if value.hosted:
            value["url"] = value.hosted.url
        return value

    def _errors_of_source(self, value: VideoValue) -> dict[str, Any]:
        if value["url"] and value["file"]:
            return {"file": _("A video has one source. Remove the address or the file.")}
        if value["url"] and not value.hosted:
            return {
                "url": _(
                    "This is no address of a video at YouTube or Vimeo. Open the video there and copy the address of "
                    "its page."
                )
            }
        if value["file"] and value["file"].file_extension.lower() not in VIDEO_FORMATS:
            return {"file": _("This document is no video. Choose an MP4 or WebM file.")}
        if not (value["url"] or value["file"] or self.is_deferred_validation):
            return {"url": _("Give the address of a video, or choose a file below.")}
        return {}

    def _errors_of_captions(self, value: VideoValue) -> dict[str, Any]:
        errors: dict[str, Any] = {}
        today = timezone.localdate()
        recorded_on, due = value["recorded_on"], value["captions_due"]
        if recorded_on and recorded_on > today:
            errors["recorded_on"] = _("This day is still to come. Give the day of the recording.")
        if value["captions_file"] and value["captions_file"].file_extension.lower() != CAPTIONS_FORMAT:
            errors["captions_file"] = _("This document holds no captions. Choose a WebVTT file (.vtt).")
        if value["captions"] == "file" and value["url"]:
            errors["captions"] = _(
                "A file of ours cannot be shown in the player of a provider. Upload the captions there, and say that "
                "the provider shows them."
            )
        if value["captions"] == "due" and recorded_on and due:
            latest = months_after(recorded_on, MONTHS_TO_CAPTION)
            if due < recorded_on:
                errors["captions_due"] = _("This is before the recording. Check both days.")
            elif due > latest:
                errors["captions_due"] = _(
                    "The law gives at most two months after the recording: give a day up to %(day)s."
                ) % {"day": latest.strftime(settings.WAGTAIL_DATE_FORMAT)}
        if not self.is_deferred_validation:
            if value["captions"] == "file" and not value["captions_file"]:
                errors["captions_file"] = _("Choose the file with captions.")
            if value["captions"] == "due" and not recorded_on:
                errors["recorded_on"] = _(
                    "Only the recording of a live stream may wait for its captions. Give the day of the stream."
                )
            if value["captions"] == "due" and not due:
                errors["captions_due"] = _("Give the day by which there will be captions.")
        return errors

    class Meta:
        label = _("Video")
        icon = "media"
        group = _("Media")
        template = "core/blocks/video.html"
        value_class = VideoValue
        scripts = ("js/video.js",)
        description = _(
            "A video at YouTube or Vimeo, which readers load with a click, or a file of this site, with captions."
        )
        preview_value = staticmethod(previews.video)
