"""Django's settings. What differs between installations is read by `environment`;
docs/hosting.md lists it.
"""

import os
import sys
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONCE, NONE, SELF

from footpath.config import keys
from footpath.config.built_files import KEPT_FOR_EVER
from footpath.config.environment import SHORTEST_HOST_KEY, SHORTEST_SECRET, read
from footpath.config.sqlite import connecting
from footpath.wrong import Wrong

PACKAGE = Path(__file__).resolve().parent.parent
try:
    GIVEN = read(os.environ)
    DATA, BASE_URL = GIVEN.data, GIVEN.base_url
    SECRET_KEY = GIVEN.secret_key or keys.of(DATA, keys.SECRET, SHORTEST_SECRET)
    HOST_KEY = GIVEN.host_key or keys.of(DATA, keys.HOST, SHORTEST_HOST_KEY)
except Wrong as wrong:  # before anything is stored
    sys.stderr.write(f"{wrong}\n")
    sys.exit(2)

DEBUG = False
ALLOWED_HOSTS = GIVEN.hosts
CSRF_TRUSTED_ORIGINS = [BASE_URL] if BASE_URL else []
HTTPS = BASE_URL.startswith("https://")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SESSION_COOKIE_NAME = "footpath-account"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = False
CSRF_FAILURE_VIEW = "footpath.pages.failing.csrf_failure"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_SSL_REDIRECT, SECURE_SSL_HOST = HTTPS, urlsplit(BASE_URL).netloc or None

INSTALLED_APPS = [
    "django.contrib.admin.apps.SimpleAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "footpath.accounts",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "footpath.organisations",
    "footpath.workshops",
    "footpath.notices",
    "footpath.registering",
    "footpath.mail",
    "footpath.record",
    "footpath.research",
    "footpath.rehearsing",
    "footpath.meanwhile",
]
MIDDLEWARE = [
    "footpath.serving.https.ToHttps",
    "csp.middleware.CSPMiddleware",
    "footpath.limits.unreadable.Unreadable",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "footpath.limits.known.Knowing",
    "footpath.serving.held_back.HoldingBack",
    "footpath.pages.buttons.OlderPages",
    "footpath.pages.registering.two_here.AskingWho",
    "footpath.serving.views_in_turn.ViewsInTurn",
]
AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = LOGOUT_REDIRECT_URL = ACCOUNT_LOGOUT_REDIRECT_URL = "/sign-in"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "footpath.pages.accounts.adapters.SigningIn"
ACCOUNT_FORMS = {
    "request_login_code": "footpath.pages.accounts.forms.AddressForm",
    "confirm_login_code": "footpath.pages.accounts.forms.CodeForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = ACCOUNT_LOGIN_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
# a new one is asked for as the first was, and takes as long
ACCOUNT_LOGIN_BY_CODE_MAX_RESEND_COUNT = 0
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
# every way in proves the address, so no letter of its own is needed for that
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True
# many members sign in from behind one address, so it is the mailbox that is spared, not the address
ACCOUNT_RATE_LIMITS = {"request_login_code": "240/m/ip", "login": "240/m/ip"}
MFA_ADAPTER = "footpath.pages.accounts.adapters.Passkeys"
MFA_FORMS = {
    "add_webauthn": "footpath.pages.accounts.passkeys.NewPasskeyForm",
    "login_webauthn": "footpath.pages.accounts.passkeys.SigningInForm",
}
MFA_SUPPORTED_TYPES = ["webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
# `accounts.views` asks for that itself, as there is no password to ask for
MFA_REAUTHENTICATION_REQUIRED = False
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS and urlsplit(BASE_URL).hostname in (
    None,
    "localhost",
)
MFA_RATE_LIMITS = {"webauthn_login": "240/m/ip"}
SOCIALACCOUNT_ADAPTER = "footpath.pages.accounts.adapters.Provider"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
# a form that leads to another site is forbidden by the policy below; a link is not
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_PROVIDERS = GIVEN.provider
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF, NONCE],
        "style-src-attr": ["'unsafe-inline'"],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}
ROOT_URLCONF = "footpath.config.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # before those of allauth, some of which are drawn anew
        "DIRS": sorted(PACKAGE.glob("pages/*/templates")),
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "footpath.config.templates.OwnTemplates",
                        "footpath.config.templates.TemplatesOfParts",
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["footpath.clocks"],
        },
    }
]
STATIC_URL = "/static/"
STATIC_ROOT = PACKAGE / "served"
STORAGES = {"staticfiles": {"BACKEND": "footpath.config.built_files.BuiltFiles"}}
# for the pages of the libraries, whose files are no part of the build
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_IMMUTABLE_FILE_TEST = KEPT_FOR_EVER
DATA_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024

USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("en-us", "English (United States)")]
"""In which English days and hours are written; whoever reads another language gets the first."""
FORMAT_MODULE_PATH = "footpath.formats"
LOCALE_PATHS = [PACKAGE / "locale"]
"""Where the sentences of mails are translated: a folder for each language besides English, as
Django lays it out.
"""
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"


SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": str(DATA / "footpath.sqlite3"),
    "OPTIONS": {
        **connecting(),
        "transaction_mode": "IMMEDIATE",
        "timeout": 6,
        # FULL: "saved" is said after the words are on disk; secure_delete: words taken
        # back leave no bytes
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
        "PRAGMA foreign_keys=ON;",
    },
    "TEST": {"NAME": str(DATA / "test.sqlite3")},
}
DATABASES = {"default": GIVEN.database or SQLITE}

MAIL = GIVEN.mail
DEFAULT_FROM_EMAIL = MAIL.sender or "footpath@localhost"
MAIL_ADDRESS = parseaddr(DEFAULT_FROM_EMAIL)[1]
ANYMAIL = MAIL.provider
if MAIL.provider:
    INSTALLED_APPS.append("anymail")
LETTERS = {
    "sign-in-code": "footpath.accounts.letters.sign_in_code",
    "invitation": "footpath.organisations.letters.invitation",
    "project": "footpath.research.release_letters.project",
    "registered": "footpath.registering.letters.registered",
    "waiting": "footpath.registering.letters.waiting",
    "place-offered": "footpath.registering.letters.place_offered",
    "place-gone": "footpath.registering.letters.place_gone",
    "changed": "footpath.registering.letters.changed",
    "cancelled": "footpath.registering.letters.cancelled",
    "not-coming": "footpath.registering.letters.not_coming",
    "reminder-week": "footpath.registering.reminding.reminder",
    "reminder-day": "footpath.registering.reminding.reminder",
    "reminder-hour": "footpath.registering.reminding.reminder",
    "asked-to-tell": "footpath.registering.letters.asked_to_tell",
    "after": "footpath.registering.letters.after",
    "release-to-review": "footpath.research.release_letters.to_review",
    "recall": "footpath.research.release_letters.recall",
    "consent-copy": "footpath.research.letters.consent_copy",
}
"""For each purpose of a letter, the function that writes it when it is sent."""

FOLLOWING: dict[str, dict[str, tuple[str, ...]]] = {
    "before": {
        "footpath.research.paraphrases.forget_gone": (
            "WordsTakenBack", "TitleTakenBack", "WordsMasked", "VeilsConfirmed",
        ),
        "footpath.record.copy_searches.look_for_copies": ("WordsTakenBack", "TitleTakenBack"),
        "footpath.record.lifting.go_on_lifting": ("VeilsLifted",),
    },
    "after": {
        "footpath.research.recalls.match_soon": (
            "WordsTakenBack", "WordsMasked", "WordsVeiled", "VeilsConfirmed", "ThingHidden",
            "AllHidden", "ReasonTakenBack", "TitleTakenBack",
        ),
    },
}  # fmt: skip
"""What follows from kinds of entries, by whatever door they came: before whoever asked
is told, and after.
"""

EVERY_MINUTE = [
    "footpath.room.running.follow_what_was_left",
    "footpath.registering.places.offer_due_places",
    "footpath.registering.news.go_on_with_mailings",
    "footpath.registering.attendance.look_around",
    "footpath.registering.retention.forget_due",
    "footpath.accounts.clearing.clear_daily",
    "footpath.registering.one_by_one.take_back_due",
    "footpath.registering.one_by_one.go_on_with_what_was_left",
    "footpath.room.due_veils.settle_due_veils",
    "footpath.research.recalls.look_after",
    "footpath.rehearsing.throwing_away.throw_away_due",
]
"""Functions of the time that look after what time brings."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "filters": {
        "few": {"()": "footpath.config.quiet.Few"},
        "one-line": {"()": "footpath.config.quiet.OneLine"},
        "no-links": {"()": "footpath.config.quiet.NoLinks"},
    },
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "plain",
            "filters": ["few", "one-line", "no-links"],
        }
    },
    "root": {"handlers": ["stderr"], "level": GIVEN.log_level},
}
