"""Everything the settings say about what is done by itself, read when something is to leave or to be kept."""

from __future__ import annotations

import msgspec

from states.errors import BadInput
from workflow.settings import Settings
from workflow.settings_backup import BackupSettings, backup_from
from workflow.settings_channels import ChannelSettings, channels_from
from workflow.settings_mail import LetterSettings, MailSettings, letters_from, mail_from
from workflow.settings_reminders import ReminderSettings, reminders_from


class Sending(msgspec.Struct, frozen=True, kw_only=True):
    """The five sections; where there is no settings file, as they are by themselves."""

    reminders: ReminderSettings = ReminderSettings()
    mail: MailSettings = MailSettings()
    channels: ChannelSettings = ChannelSettings()
    letters: LetterSettings = LetterSettings()
    backup: BackupSettings = BackupSettings()


def sending_in(settings: Settings | None) -> Sending:
    """What a settings file says of reminders, mail, channels, letters and backups.

    Raises:
        BadInput: naming file, section and key, where one cannot be, and what was probably meant.
    """
    if settings is None:
        return Sending()
    path, said = settings.path, settings.sending
    try:
        return Sending(
            reminders=reminders_from(path, said.get("reminders", {})),
            mail=mail_from(path, said.get("mail", {})),
            channels=channels_from(path, said.get("channels", {})),
            letters=letters_from(path, said.get("letters", {})),
            backup=backup_from(path, said.get("backup", {})),
        )
    except BadInput as error:
        raise BadInput(f"{path}: {error}") from None
