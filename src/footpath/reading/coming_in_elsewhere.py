"""Registering and just turning up, as German, French, Spanish and Welsh notices say them."""

import re

ELSEWHERE: dict[str, re.Pattern[str]] = {
    way: re.compile("|".join(patterns), re.IGNORECASE)
    for way, patterns in {
        "not needed": (
            (
                r"\bkeine? (?:vorherige )?(?:vor)?(?:anmeldung|registrierung)(?: (?:ist )?(?:nötig|"
                r"erforderlich|notwendig))?\b"
            ),
            r"\bohne (?:vorherige )?(?:vor)?anmeldung\b(?! (?:kein|nicht|leider))",
            r"\b(?:vor)?anmeldung (?:ist )?nicht (?:nötig|erforderlich|notwendig)\b",
            r"\bsans (?:inscription|réservation)\b(?: préalable)?",
            (
                r"\b(?:inscription|réservation) (?:n'est )?(?:pas|non) (?:nécessaire|obligatoire|"
                r"requise)\b"
            ),
            (
                r"\b(?:pas besoin de (?:s'inscrire|réserver|vous inscrire)|pas d'inscription|"
                r"aucune inscription|inutile de (?:s'inscrire|réserver))\b"
            ),
            (
                r"\bsin (?:necesidad de )?(?:inscripción|reserva|registro|inscribirse|"
                r"registrarse)\b(?: previa)?"
            ),
            (
                r"\bno (?:es necesari[oa]|hace falta|se requiere|se necesita|requiere)(?: la)? "
                r"(?:inscripción|inscribirse|registrarse|"
                r"registro|reserva\w*)\b"
            ),
            (
                r"\b(?:dim|nid oes) (?:angen|rhaid) (?:cofrestru|archebu|bwcio)(?: lle| ymlaen "
                r"llaw)?\b"
            ),
            r"\bheb (?:gofrestru|archebu)\b",
        ),
        "required": (
            (
                r"\b(?:vor)?(?:anmeldung|registrierung)(?:(?! nicht)[^\n.;!?]){0,30}? "
                r"(?:erforderlich|notwendig|nötig|zwingend)\b"
            ),
            r"\bnur (?:mit|nach) (?:vorheriger )?(?:vor)?anmeldung\b|\banmeldepflichtig\b",
            (
                r"\b(?:inscription|réservation)s?(?:(?! (?:pas|non))[^\n.;!?]){0,25}? "
                r"(?:obligatoires?|nécessaires?|requises?|indispensables?)\b"
            ),
            (
                r"\b(?:uniquement )?sur (?:inscription|réservation)\b|\bil faut (?:s'inscrire|"
                r"réserver)\b|\b(?:doivent|devez) (?:s'|vous )inscrire\b"
            ),
            (
                r"(?<!no es )(?<!no )\b(?:inscripción|registro|"
                r"reserva)(?: previa)?(?:(?! no )[^\n.;!?]){0,25}? (?:obligatori[oa]|necesari[oa]|"
                r"imprescindible|requerid[oa])\b|\b(?:previa|con) (?:inscripción|reserva) previa\b|"
                r"\bprevia inscripción\b"
            ),
            (
                r"(?<!no )\bes (?:obligatorio|necesario|imprescindible) (?:inscribirse|registrarse|"
                r"reservar)\b|\bhay que (?:inscribirse|"
                r"registrarse|apuntarse)\b"
            ),
            (
                r"(?<!nid oes )(?<!dim )\b(?:rhaid|(?:mae )?angen)(?: i chi)? (?:gofrestru|archebu|"
                r"fwcio|cofrestru|bwcio)\b"
            ),
            (
                r"\b(?:cofrestru|archebu)(?: ymlaen llaw)? yn (?:hanfodol|orfodol)\b|\bhanfodol "
                r"(?:cofrestru|archebu)\b"
            ),
        ),
        "asked": (
            (
                r"\b(?:bitte|wir bitten)\b[^\n.;!?]{0,40}\b(?:an(?:zu)?melden|anmeldung|melden)\b|"
                r"\banmeldung (?:wird )?(?:erbeten|gebeten)\b|"
                r"\b(?:vor)?anmeldung bis\b|\bum (?:vor)?anmeldung (?:wird )?gebeten\b|\bmeld(?:et|"
                r"en sie|e) (?:euch|sich|dich)\b"
            ),
            (
                r"\bmerci de (?:vous inscrire|réserver|confirmer|nous (?:prévenir|écrire))\b|"
                r"\b(?:veuillez|pensez à) (?:vous inscrire|réserver)\b|"
                r"\binscrivez-vous\b"
            ),
            (
                r"\b(?:por favor|rogamos|se ruega)\b[^\n.;]{0,25}\b(?:inscr\w+|reg[ií]str\w+|"
                r"ap[uú]nt\w+|confirm\w+)|\binscríb(?:ete|ase|anse)\b|"
                r"\b(?:apúntate|regístrate)\b"
            ),
            r"\b(?:cofrestrwch|archebwch|bwciwch)\b|\bgadewch i ni wybod\b|\brhowch wybod\b",
        ),
        "offered": (
            r"\b(?:anmeldung|anmelden|anmeldeformular|registrieren)\b",
            r"\b(?:s'inscrire|vous inscrire|inscriptions?|réserver)\b",
            (
                r"\b(?:inscrib\w+|inscripci(?:ón|ones)|registrarse|apuntarse)\b|\brellen\w+ (?:el|"
                r"este) formulario\b"
            ),
            r"\b(?:g?cofrestru|archebu lle|bwcio lle)\b",
        ),
        "drop in": (
            (
                r"\b(?:einfach|spontan) (?:vorbei|dazu)?komm\w*\b|\bkomm(?:t|en sie)? (?:doch "
                r")?(?:einfach|spontan)\b|\beinfach vorbei\w*\b|"
                r"\bspontane \w+ (?:willkommen|möglich)\b|\boffener treff\b"
            ),
            (
                r"\bentrée libre\b|\baccueil libre\b|\bvenez (?:simplement|quand vous (?:voulez|"
                r"pouvez)|sans prévenir)\b|\bpassez (?:simplement|quand)\b"
            ),
            (
                r"\bentrada libre\b|\bbasta con (?:acercarse|venir|presentarse)\b|\b(?:ven|venga|"
                r"vengan|pásate|acércate) (?:directamente|sin más|"
                r"cuando quiera[sn]?)\b"
            ),
            r"\b(?:galw|galwch|alw) (?:i mewn|heibio)\b|\bdewch (?:draw|heibio|i mewn)\b(?! os)",
        ),
        "no drop in": (
            (
                r"\bohne anmeldung (?:kein|nicht|leider)\b[^\n.]{0,30}|\bkeine? spontane\w*\b|"
                r"\bpas d'entrée sans\b|\bno se admit\w+ sin\b"
            ),
        ),
    }.items()
}
"""What is looked for beside the English words, way by way."""
