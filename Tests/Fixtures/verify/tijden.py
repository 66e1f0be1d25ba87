"""The ledgers of `gevallen.tsv` about time: each function makes one thing wrong, or nothing; its name is the fixture's.

Recorded time is the running maximum of when was signed. What was signed elsewhere stands in a run behind the submission that
names it; two registrars set time back that a wrong clock moved on.
"""

from dorp import DAY, Dorp, Key, leaf_hash, sha256, url64

TIMES = {}
MINUTE, HOUR, TODAY, YEAR = 60, 3_600, 86_400, 365 * 86_400
REGULATION = "Besluit inzending Dorp"


def kept(story):
    def keep(function):
        TIMES[function.__name__.replace("_", "-")] = (story, function)
        return function
    return keep


class Run:
    """A submission and what stands behind it; each of them can be made wrong."""

    def __init__(self, submission, entries):
        self.submission, self.entries = submission, entries
        self.names = lambda right: right  # what it names instead of the hashes of what is there


class Tijddorp(Dorp):
    """A village with signatures from elsewhere, or with a clock that runs ahead."""

    def __init__(self):
        super().__init__()
        self.runs = []
        self.open()
        self.event("ervoor")

    # --- Making events

    def event(self, name, signer="secretariaat", after=MINUTE):
        """An ordinary event, so long after the one before it."""
        self.clock += after - MINUTE
        return self.add(name, "FunctieVastgelegd", self.stream("Functie"), {"naam": name.capitalize()}, self.keys[signer])

    def run(self, *makers):
        """A submission with what it takes up directly behind it: signed elsewhere, shortly before. Each is the name of an ordinary
        event, or a function that makes one."""
        submission = self.add("inzending", "InzendingOntvangen", self.stream("Inzending"), {"gebeurtenissen": []},
                              self.keys["secretariaat"])
        moment = self.clock
        entries = [self.event(maker) if isinstance(maker, str) else maker() for maker in makers]
        for number, entry in enumerate(entries):
            entry.claims["iat"], entry.checkpoint = moment - 30 * (len(entries) - number), lambda right: None
        self.clock = moment
        self.runs.append(Run(submission, entries))
        return self.runs[-1]

    def inzending(self):
        """A submission of three, and an event after them."""
        self.run("eerste", "tweede", "derde")
        self.event("slot")
        return self

    def klok(self):
        """Nothing yet."""
        return self

    def ahead(self, by=YEAR, name="vooruit"):
        """An event of somebody whose clock is ahead of the last one; the others' clocks are not."""
        right = self.clock
        entry = self.event(name, after=by)
        self.clock = right
        return entry

    def propose(self, start="vooruit", signer="secretariaat", stream=None):
        """Someone says from which event on time was wrong: by its name, or by any number."""
        self.repair_stream = stream or self.stream("Klok")
        return self.add("herstel", "KlokHersteld", self.repair_stream, {"vanaf": self.named.get(start, start)}, self.keys[signer])

    def confirm(self, start="vooruit", signer="griffier", stream=None):
        return self.add("bevestiging", "KlokherstelBevestigd", stream or self.repair_stream,
                        {"vanaf": self.named.get(start, start)}, self.keys[signer])

    def restore(self, start="vooruit"):
        self.propose(start)
        self.confirm(start)

    def revoke(self, name, role, moment=None, after=MINUTE, is_new=True):
        """The secretary revokes a key: at once, or from a later moment on. What cannot be renews nothing."""
        self.clock += after - MINUTE
        key, organisation = self.keys[role], Key("organisatie na " + name)
        entry = self.add(name, "SleutelIngetrokken", self.stream("Sleutel"), {
            "kid": key.kid, "vanaf": self.clock if moment is None else moment, "reden": "functieBeeindigd",
            "organisatiesleutel": organisation.own_box()}, self.keys["secretariaat"])
        if is_new:
            self.members = [member for member in self.members if member is not key]
            for member in self.members:
                self.wrap(entry, organisation.own_box(), member.box, 80)
            self.take(name, lambda row: row["recipient"] == key.box)
        return entry

    def second_key(self, name, role):
        """A second key for a role, which nobody confirmed."""
        key = self.keys[name] = Key(name, role)
        entry = self.add(name, "SleutelGeregistreerd", self.stream("Sleutel"), {
            "sleutel": url64(key.public), "verzegelsleutel": key.box, "rol": role}, self.keys["secretariaat"])
        self.wrap(entry, self.organisations[0].own_box(), key.box, 80)

    def mandate(self, last="2028-11-18"):
        """The secretary may lay down the working days for the board."""
        self.add("mandaat", "MandaatVerleend", self.stream("Mandaat"), {
            "mandaatgever": "college", "gemandateerde": "secretariaat", "gebeurtenissen": ["WerkdagenVastgesteld"],
            "van": DAY, "tot": last}, self.keys["college"])

    def withdraw(self, day):
        return self.add("einde", "MandaatIngetrokken", self.at("mandaat").claims["sub"], {"vanaf": day}, self.keys["college"])

    def mandated(self, name, after=MINUTE):
        """What the secretary may only sign under the mandate."""
        self.clock += after - MINUTE
        return self.add(name, "WerkdagenVastgesteld", self.stream("Werkdagen"), {
            "weekdagen": ["maandag", "dinsdag"], "feestdagen": "vrij", "gelijkgesteldeDagen": "vrij",
            "regeling": "Personeelshandboek"}, self.keys["secretariaat"])

    # --- What comes of it

    def write(self, folder):
        # A submission that is inside a run was made before the run was.
        for run in self.runs:
            self.leaves()
            run.submission.data["gebeurtenissen"] = run.names([leaf_hash(entry.leaf()).hex() for entry in run.entries])
        super().write(folder)


OTHER = sha256(b"anders").hex()
inzending, klok = kept("inzending"), kept("klok")

# --- What was signed elsewhere --------------------------------------------------------------------------------------


@inzending
def goed_inzending(dorp):
    pass


@klok
def goed_inzending_van_maanden_oud(dorp):
    """The rules say how long it may take; recorded time does not follow the signatures, and goes on from the submission."""
    dorp.add("termijn", "InzendtermijnVastgesteld", dorp.stream("Inzendtermijn"), {"dagen": 200, "regeling": REGULATION},
             dorp.keys["college"])
    signed = dorp.clock
    dorp.event("later", after=120 * TODAY)
    dorp.run("eerste", "tweede")
    dorp.at("eerste").claims["iat"] = signed
    dorp.at("tweede").claims["iat"] = signed - HOUR
    dorp.event("slot")


@klok
def goed_inzending_twee_achter_elkaar(dorp):
    """The second stands where the first is complete."""
    dorp.run("eerste")
    dorp.run("tweede", "derde")


@inzending
def goed_inzending_120_na(dorp):
    """Of somebody whose clock is a little ahead; time does not follow, so what comes next may be as far behind."""
    moment = dorp.at("inzending").claims["iat"]
    dorp.at("derde").claims["iat"] = moment + 120
    dorp.at("slot").claims["iat"] = moment - 120


@inzending
def goed_inzending_zelf_120_achter(dorp):
    """A submission by a clock that is behind: its moment is the ledger's time all the same."""
    before = dorp.at("ervoor").claims["iat"]
    dorp.at("inzending").claims["iat"] = before - 120
    dorp.at("derde").claims["iat"] = before + 120


@inzending
def inzending_121_na(dorp):
    dorp.at("derde").claims["iat"] = dorp.at("inzending").claims["iat"] + 121


@inzending
def inzending_tijd_volgt_niet(dorp):
    """What comes after a signature of later is measured by the submission, not by that signature."""
    moment = dorp.at("inzending").claims["iat"]
    dorp.at("derde").claims["iat"] = moment + 120
    dorp.at("slot").claims["iat"] = moment - 121


@inzending
def inzending_andere_hash(dorp):
    """What stands there is then an event like any other, and so is what follows it: none of them names the checkpoint."""
    dorp.runs[0].names = lambda right: [right[0], OTHER, right[2]]


@inzending
def inzending_andere_hash_van_oud(dorp):
    """Outside the run, signatures of long before are behind the ledger's time, each of them."""
    inzending_andere_hash(dorp)
    for name in ("eerste", "tweede", "derde"):
        dorp.at(name).claims["iat"] -= HOUR


@inzending
def inzending_hashes_omgewisseld(dorp):
    dorp.runs[0].names = lambda right: [right[1], right[0], right[2]]


@inzending
def inzending_hash_te_veel(dorp):
    """An event that should have been the last of the run is missing, and another stands in its place."""
    dorp.runs[0].names = lambda right: [*right, OTHER]


@inzending
def inzending_hash_te_weinig(dorp):
    """The last was signed elsewhere and nobody took it up."""
    dorp.runs[0].names = lambda right: right[:2]


@klok
def inzending_niet_af(dorp):
    """An event is missing where the log ends: it is the submission that is not complete."""
    dorp.run("eerste", "tweede").names = lambda right: [*right, OTHER]


@klok
def inzending_met_niets_erachter(dorp):
    dorp.run().names = lambda right: [OTHER]


@klok
def inzending_iets_ertussen(dorp):
    """An event of the ledger itself between two that were signed elsewhere."""
    dorp.run("eerste", "ertussen", "tweede").names = lambda right: [right[0], right[2]]
    dorp.at("ertussen").checkpoint = lambda right: right
    dorp.event("slot")


@klok
def inzending_door_andere_onderbroken(dorp):
    """What interrupts a run is itself a submission, and its own run is good."""
    dorp.run("eerste").names = lambda right: [*right, OTHER]
    dorp.run("tweede")


@inzending
def inzending_noemt_controlepunt(dorp):
    dorp.at("tweede").checkpoint = lambda right: right


@inzending
def inzending_noemt_ander_controlepunt(dorp):
    """That it names one is what is wrong; it is compared with none."""
    dorp.at("tweede").checkpoint = lambda right: url64(sha256(b"anders"))


@klok
def inzending_in_inzending(dorp):
    """It opens no run of its own."""
    def inner():
        run = dorp.run()
        run.names = lambda right: [OTHER]
        return run.submission

    dorp.run("eerste", inner)
    dorp.event("slot")


@klok
def inzending_van_klokherstel(dorp):
    """It proposes nothing, so there is nothing to confirm."""
    right = dorp.clock
    dorp.ahead()
    dorp.clock += YEAR + HOUR
    dorp.run("eerste", dorp.propose)
    dorp.at("herstel").claims["iat"] = dorp.clock = right + 10 * MINUTE
    dorp.confirm()


@inzending
def inzending_alles_mis(dorp):
    """One event with all that can be wrong in a run."""
    entry = dorp.at("derde")
    entry.claims.update(evt="KlokHersteld", sub=dorp.stream("Klok"), data={"vanaf": dorp.named["slot"]},
                        iat=dorp.at("inzending").claims["iat"] + 121)
    entry.checkpoint = lambda right: right


@inzending
def inzending_blad_onleesbaar(dorp):
    """What cannot be read takes no part, so what comes next is not what was named."""
    dorp.at("tweede").tail = b""


@inzending
def inzending_hoofdletters(dorp):
    """Not a submission, for its facts do not fit: nothing behind it was signed elsewhere."""
    dorp.runs[0].names = lambda right: [name.upper() for name in right]


@inzending
def inzending_feit_te_veel(dorp):
    """Its facts are right, and do not fit because of another."""
    dorp.at("inzending").data["kleur"] = "rood"


@inzending
def inzending_andere_sleutel(dorp):
    """Who took it up does not vouch for who signed."""
    entry = dorp.at("tweede")
    other = Key("vreemde")
    entry.header["kid"], entry.signature = other.kid, other.sign


@klok
def inzending_na_intrekking(dorp):
    """A key that was revoked at once, in a signature that says to be of before."""
    signed = dorp.clock
    dorp.revoke("intrekking", "directeur")
    dorp.run(lambda: dorp.event("eerste", "directeur"))
    dorp.at("eerste").claims["iat"] = signed
    dorp.event("slot")


@klok
def inzending_na_geplande_intrekking(dorp):
    """Signed before the moment, and recorded after it."""
    signed = dorp.clock
    dorp.revoke("intrekking", "directeur", dorp.clock + HOUR)
    dorp.event("later", after=2 * HOUR)
    dorp.run(lambda: dorp.event("eerste", "directeur"))
    dorp.at("eerste").claims["iat"] = signed


@klok
def inzending_na_mandaat(dorp):
    """Signed while the mandate held, and recorded a day after it ended."""
    dorp.mandate(last=DAY)
    dorp.event("later", after=TODAY)
    dorp.run(lambda: dorp.mandated("werkdagen"))
    dorp.at("werkdagen").claims["iat"] = dorp.at("mandaat").claims["iat"]


# --- How far clocks may differ --------------------------------------------------------------------------------------


@klok
def goed_tijd_120_terug(dorp):
    dorp.event("later")
    dorp.event("achter", after=-120)
    dorp.event("slot", after=0)


@klok
def tijd_121_terug(dorp):
    dorp.event("later")
    dorp.event("achter", after=-121)


@klok
def tijd_steeds_terug(dorp):
    """Each is measured by the latest, not by the one before it."""
    dorp.event("later")
    for number in (1, 2, 3):
        dorp.event(f"achter {number}", after=-61)


@klok
def tijd_na_9999(dorp):
    """A time with five digits in its year is none, and moves nothing."""
    dorp.event("verkeerd").claims["iat"] = 253_402_297_200
    dorp.event("slot")


# --- A clock that is restored ---------------------------------------------------------------------------------------


@klok
def goed_klokherstel(dorp):
    """A clock a year ahead; another registrar confirms, and ordinary events follow."""
    dorp.ahead()
    dorp.restore()
    dorp.event("erna")
    dorp.run("eerste", "tweede")
    dorp.event("slot")


@klok
def goed_klokherstel_twee_sprongen(dorp):
    """Back over both at once; the clock that is wrong again later is restored from there."""
    dorp.ahead(HOUR + TODAY)
    dorp.ahead(YEAR, "verder")
    dorp.restore()
    dorp.event("erna")
    dorp.ahead(YEAR, "opnieuw")
    dorp.restore("opnieuw")
    dorp.event("slot")


@klok
def goed_klokherstel_ander_voorstel(dorp):
    """A proposal that nobody confirmed stands in nobody's way."""
    dorp.ahead(2 * TODAY, "eerder")
    dorp.ahead(YEAR)
    dorp.propose("eerder")
    dorp.restore("eerder")
    dorp.event("slot")


@klok
def goed_klokherstel_dag_en_seconde(dorp):
    """The least that time must lie ahead of who confirms, two minutes after the last right event."""
    dorp.ahead(TODAY + 121)
    dorp.restore()
    dorp.event("slot")


@klok
def klokherstel_precies_een_dag(dorp):
    dorp.ahead(TODAY + 120)
    dorp.restore()


@klok
def klokherstel_minder_dan_een_dag(dorp):
    dorp.ahead(TODAY - 1)
    dorp.restore()


@klok
def goed_klokherstel_sprong_van_uur_en_seconde(dorp):
    """The smallest step that can have set time wrong."""
    dorp.ahead(HOUR + 1)
    dorp.ahead(YEAR, "verder")
    dorp.restore()
    dorp.event("slot")


@klok
def klokherstel_sprong_van_een_uur(dorp):
    dorp.ahead(HOUR)
    dorp.ahead(YEAR, "verder")
    dorp.restore()


@klok
def klokherstel_geen_sprong(dorp):
    """The event before the one with which time jumped."""
    dorp.ahead()
    dorp.restore("ervoor")


@klok
def klokherstel_na_de_sprong(dorp):
    """An event of the wrong time, but not the first."""
    dorp.ahead()
    dorp.ahead(YEAR + MINUTE, "verder")
    dorp.restore("verder")


@klok
def klokherstel_eerste_gebeurtenis(dorp):
    """Zero is no position with a time before it: the facts do not fit, so these are events like any other."""
    dorp.ahead()
    dorp.restore(0)


@klok
def klokherstel_verkeerde_sprong(dorp):
    """A jump to a moment that had come when it was to be restored."""
    dorp.event("later", after=2 * HOUR)
    dorp.event("erna")
    dorp.ahead()
    dorp.restore("later")


@klok
def klokherstel_op_het_moment_van_de_sprong(dorp):
    """A jump to this very second set nothing wrong."""
    dorp.event("later", after=2 * HOUR)
    dorp.ahead()
    dorp.clock -= MINUTE
    dorp.restore("later")


@klok
def goed_klokherstel_seconde_voor_de_sprong(dorp):
    """A clock that was a second ahead, and then a year."""
    dorp.event("later", after=2 * HOUR)
    dorp.ahead()
    dorp.restore("later")
    for name in ("herstel", "bevestiging"):
        dorp.at(name).claims["iat"] = dorp.at("later").claims["iat"] - 1
    dorp.event("slot")


@klok
def goed_klokherstel_120_voor_de_sprong(dorp):
    """Time goes on from the last right moment, not from before it."""
    dorp.ahead()
    dorp.propose()
    dorp.confirm().claims["iat"] = dorp.at("ervoor").claims["iat"] - 120
    dorp.clock = dorp.at("ervoor").claims["iat"]
    dorp.event("slot", after=-120)


@klok
def klokherstel_121_voor_de_sprong(dorp):
    dorp.ahead()
    dorp.propose()
    dorp.confirm().claims["iat"] = dorp.at("ervoor").claims["iat"] - 121


@klok
def klokherstel_niet_voor_de_sprong(dorp):
    """What comes next is measured by the last right moment, although who confirmed was behind that."""
    dorp.ahead()
    dorp.propose()
    dorp.confirm().claims["iat"] = dorp.at("ervoor").claims["iat"] - 120
    dorp.clock = dorp.at("ervoor").claims["iat"]
    dorp.event("slot", after=-121)


@klok
def klokherstel_een_beheerder(dorp):
    """The same registrar proposes and confirms."""
    dorp.ahead()
    dorp.propose()
    dorp.confirm(signer="secretariaat")


@klok
def klokherstel_niet_gelukt(dorp):
    """Without effect: what comes next is a year behind."""
    klokherstel_een_beheerder(dorp)
    dorp.event("slot")


@klok
def klokherstel_onbevestigde_tweede(dorp):
    dorp.second_key("griffier 2", "griffier")
    dorp.ahead()
    dorp.propose()
    dorp.confirm(signer="griffier 2")


@klok
def goed_klokherstel_onbevestigde_eerste(dorp):
    """Who proposes need not be confirmed: another vouches for it."""
    dorp.second_key("griffier 2", "griffier")
    dorp.ahead()
    dorp.propose(signer="griffier 2")
    dorp.confirm(signer="secretariaat")
    dorp.event("slot")


@klok
def klokherstel_geen_beheerder(dorp):
    dorp.ahead()
    dorp.propose()
    dorp.confirm(signer="college")


@klok
def klokherstel_onbekende_tweede(dorp):
    dorp.keys["vreemde"] = Key("vreemde")
    dorp.ahead()
    dorp.propose()
    dorp.confirm(signer="vreemde")


@klok
def klokherstel_ingetrokken_tweede(dorp):
    """Who confirms may not sign any more, which is the finding; time is what this log says."""
    dorp.revoke("intrekking", "griffier")
    dorp.ahead()
    dorp.restore()
    dorp.event("slot")


@klok
def klokherstel_zonder_voorstel(dorp):
    """What confirms opens no stream, and there is nothing to confirm."""
    dorp.ahead()
    dorp.confirm(stream=dorp.stream("Klok"))


@klok
def klokherstel_in_andere_stroom(dorp):
    """Proposed in one stream, and confirmed in another, whose own proposal names no jump."""
    dorp.ahead()
    dorp.propose()
    dorp.propose("ervoor")
    dorp.confirm()


def either(dorp, *makers):
    """Two jumps, and what is signed in the few seconds in which either can be meant."""
    start = dorp.clock
    dorp.ahead(HOUR + 1, "eerder")
    dorp.ahead()
    for number, maker in enumerate(makers):
        maker().claims["iat"] = start + HOUR - 100 + 10 * number
    dorp.clock = start + HOUR


@klok
def goed_klokherstel_een_van_beide(dorp):
    """Each of the two jumps is restored, the last one first."""
    either(dorp, dorp.propose, dorp.confirm, lambda: dorp.ahead(YEAR, "opnieuw"), lambda: dorp.propose("eerder"),
           lambda: dorp.confirm("eerder"))
    dorp.at("opnieuw").claims["iat"] += YEAR
    dorp.event("slot")


@klok
def klokherstel_ander_nummer(dorp):
    """Both are jumps; what is confirmed is not what was proposed."""
    either(dorp, lambda: dorp.propose("eerder"), lambda: dorp.confirm("vooruit"))


@klok
def klokherstel_twee_keer_bevestigd(dorp):
    """Once time is restored nothing is proposed any more."""
    dorp.ahead()
    dorp.restore()
    dorp.event("erna")
    dorp.ahead(YEAR, "opnieuw")
    dorp.confirm()


@klok
def klokherstel_ander_voorstel_vervallen(dorp):
    """What was proposed in another stream lapses when time is restored, although its jump is still there."""
    first = dorp.stream("Klok")
    either(dorp, lambda: dorp.propose("eerder", stream=first), dorp.propose, dorp.confirm, lambda: dorp.ahead(YEAR, "opnieuw"),
           lambda: dorp.confirm("eerder", stream=first))
    dorp.at("opnieuw").claims["iat"] += YEAR


@klok
def klokherstel_vervallen_sprong(dorp):
    """A jump in what was restored is none any more."""
    dorp.ahead()
    dorp.restore()
    dorp.event("erna")
    dorp.ahead(YEAR, "opnieuw")
    dorp.restore("vooruit")


@klok
def klokherstel_vervallen_tweede_sprong(dorp):
    """So is a later one that was restored with it, also once the moment has come from which it jumped."""
    dorp.ahead(TODAY + HOUR)
    dorp.ahead(YEAR, "verder")
    dorp.restore()
    dorp.event("erna", after=TODAY + 2 * HOUR)
    dorp.ahead(YEAR, "opnieuw")
    dorp.restore("verder")


@klok
def klokherstel_ingetrokken_sleutel(dorp):
    """Revoked at once while the clock was wrong: that was no matter of the clock."""
    right = dorp.clock
    dorp.ahead()
    dorp.revoke("intrekking", "directeur", after=YEAR + HOUR)
    dorp.clock = right
    dorp.restore()
    dorp.event("slot", "directeur")


@klok
def klokherstel_twee_keer_ingetrokken(dorp):
    """A key that was revoked at once is not revoked from an earlier moment on."""
    klokherstel_ingetrokken_sleutel(dorp)
    dorp.entries.pop()
    dorp.revoke("nog eens", "directeur", is_new=False)


@klok
def klokherstel_ingetrokken_mandaat(dorp):
    """Withdrawn at once while the clock was wrong."""
    right = dorp.clock
    dorp.mandate()
    dorp.ahead()
    dorp.clock += YEAR + HOUR
    dorp.withdraw("2027-11-18")
    dorp.clock = right + 10 * MINUTE
    dorp.restore()
    dorp.mandated("slot")


@klok
def klokherstel_ingetrokken_sleutel_in_inzending(dorp):
    """Signed elsewhere for a moment that was still to come, and taken up while the clock was wrong: then it held at once."""
    right = dorp.clock
    dorp.ahead()
    dorp.clock += YEAR + HOUR
    dorp.run(lambda: dorp.revoke("intrekking", "directeur", right + TODAY))
    dorp.at("intrekking").claims["iat"] = dorp.clock = right + MINUTE
    dorp.restore()
    dorp.event("slot", "directeur")


@klok
def klokherstel_ingetrokken_mandaat_in_inzending(dorp):
    """The same with a mandate."""
    right = dorp.clock
    dorp.mandate()
    dorp.ahead()
    dorp.clock += YEAR + HOUR
    dorp.run(lambda: dorp.withdraw("2026-11-19"))
    dorp.at("einde").claims["iat"] = dorp.clock = right + 10 * MINUTE
    dorp.restore()
    dorp.mandated("slot")


@klok
def goed_klokherstel_mandaat_tot_later(dorp):
    """Withdrawn from a day on that was still to come even then."""
    right = dorp.clock
    dorp.mandate()
    dorp.ahead()
    dorp.clock += YEAR + HOUR
    dorp.withdraw("2027-12-01")
    dorp.clock = right + 10 * MINUTE
    dorp.restore()
    dorp.mandated("slot")


@klok
def goed_klokherstel_geplande_intrekking(dorp):
    """Planned for a moment between the right time and the wrong one: it has not come yet."""
    dorp.revoke("intrekking", "directeur", dorp.clock + 100 * TODAY)
    dorp.ahead()
    dorp.restore()
    dorp.event("slot", "directeur")


@klok
def klokherstel_geplande_intrekking_ertussen(dorp):
    """In the wrong time the moment had come."""
    dorp.revoke("intrekking", "directeur", dorp.clock + 100 * TODAY)
    dorp.ahead()
    dorp.event("tijdens", "directeur", after=YEAR + HOUR)


# --- What holds at once, and what holds from a later moment on -------------------------------------------------------


@klok
def goed_geplande_intrekking(dorp):
    """The last second before."""
    dorp.revoke("intrekking", "directeur", dorp.clock + HOUR)
    dorp.event("slot", "directeur", after=HOUR - MINUTE - 1)


@klok
def geplande_intrekking_op_het_moment(dorp):
    dorp.revoke("intrekking", "directeur", dorp.clock + HOUR)
    dorp.event("slot", "directeur", after=HOUR - MINUTE)


@klok
def geplande_intrekking_achter(dorp):
    """Signed just before the moment; what stands before it in the log had been recorded at that moment."""
    dorp.revoke("intrekking", "directeur", dorp.clock + HOUR)
    dorp.event("erna", after=HOUR - MINUTE)
    dorp.event("slot", "directeur", after=-30)


@klok
def geplande_intrekking_vervroegd_tot_nu(dorp):
    """From the next event on, in the same second."""
    dorp.revoke("intrekking", "directeur", dorp.clock + YEAR)
    dorp.revoke("nu", "directeur")
    dorp.event("slot", "directeur", after=0)


@klok
def intrekking_met_terugwerkende_kracht(dorp):
    """A moment in the past holds from the event on that says so: also for who is a little behind it."""
    dorp.event("erna", "directeur")
    dorp.revoke("intrekking", "directeur", dorp.clock - HOUR)
    dorp.event("slot", "directeur", after=-120)


@klok
def sleutel_twee_keer_ingetrokken(dorp):
    dorp.revoke("intrekking", "directeur")
    dorp.revoke("nog eens", "directeur", after=0, is_new=False)


@klok
def goed_mandaat_ingetrokken_tot_later(dorp):
    """Withdrawn from tomorrow on."""
    dorp.mandate()
    dorp.withdraw("2026-11-19")
    dorp.mandated("slot")


@klok
def mandaat_ingetrokken_later(dorp):
    """Withdrawn from tomorrow on, and it is tomorrow."""
    dorp.mandate()
    dorp.withdraw("2026-11-19")
    dorp.mandated("slot", after=TODAY)
