import Governance
import Ledger

/// One point that the rule leaves open: how it was answered, and why.
struct Punt {
  let id: String
  let vraag: Text
  /// The word of the choice, for scripts.
  let keuze: String
  let antwoord: Text
  /// The decision; nil when it is the default.
  let besluit: Fact?
  /// Why this is the default: what the sources say or that they are silent.
  let waarom: Text
  let bron: String
  /// What in the program depends on it.
  let gevolg: Text
}

extension Vertrouwenspersonenregels {
  private typealias Besluit = VertrouwenspersonenregelsVastgesteld

  /// Every point with its answer: V-1 to V-8 in order, then the numbers that go without one.
  var punten: [Punt] { benoemingspunten + vertrekpunten + verantwoordingspunten + ongenummerd }

  /// Consent, certification and renewal.
  private var benoemingspunten: [Punt] {
    let required = { (eis: InstemmingsEis) in
      eis == .vereist
        ? Text(nl: "instemming vereist", en: "consent required")
        : Text(nl: "geen instemming nodig", en: "no consent needed")
    }
    return [
      Punt(
        id: "V-1", vraag: Text(nl: "instemming bij verlenging", en: "consent to a renewal"),
        keuze: instemmingVerlenging.rawValue, antwoord: required(instemmingVerlenging),
        besluit: gekozen(Besluit.instemmingVerlenging)?.feit,
        waarom: Text(
          nl: "de bron noemt benoeming en ontheffing, niet verlenging; vragen is de veilige kant",
          en: "the source names appointment and relief, not renewal; asking is the safe side"),
        bron: "004:5605; 004:5620-5621",
        gevolg: Text(nl: "een verlenging zonder instemming wordt geweigerd", en: "a renewal without it is refused")),
      Punt(
        id: "V-1", vraag: Text(nl: "instemming bij een externe", en: "consent to an external one"),
        keuze: instemmingExtern.rawValue, antwoord: required(instemmingExtern),
        besluit: gekozen(Besluit.instemmingExtern)?.feit,
        waarom: Text(
          nl: "een externe wordt gecontracteerd, niet benoemd", en: "an external one is contracted, not appointed"),
        bron: "004:5583-5586; 004:5620-5621; 004:5626-5627",
        gevolg: Text(nl: "een contract zonder instemming wordt geweigerd", en: "a contract without it is refused")),
      Punt(
        id: "V-2", vraag: Text(nl: "verlies van certificering", en: "losing certification"),
        keuze: verliesCertificering.rawValue, antwoord: verliesCertificering.text,
        besluit: gekozen(Besluit.verliesCertificering)?.feit,
        waarom: Text(
          nl: "certificering is een eis voor de benoeming en geen grond voor het einde",
          en: "certification is asked for the appointment and is no ground for its end"), bron: "004:5607-5611",
        gevolg: Text(nl: "wie dient, en welke plichten openstaan", en: "who serves, and which duties are open")),
      Punt(
        id: "V-3", vraag: Text(nl: "hoogste aantal verlengingen", en: "most renewals"),
        keuze: hoogsteVerlengingen.rawValue,
        antwoord: hoogsteVerlengingen.aantal.map { Text(String($0)) } ?? Text(nl: "onbeperkt", en: "no limit"),
        besluit: gekozen(Besluit.hoogsteVerlengingen)?.feit,
        waarom: Text(nl: "de bron noemt geen aantal", en: "the source names no number"), bron: "004:5605",
        gevolg: Text(nl: "een verlenging te veel wordt geweigerd", en: "one renewal too many is refused")),
    ]
  }

  /// The register, who can turn to them, and mediation.
  private var vertrekpunten: [Punt] {
    [
      Punt(
        id: "V-4", vraag: Text(nl: "registratie bij vertrek", en: "register on leaving"),
        keuze: registerBijVertrek.rawValue, antwoord: registerBijVertrek.text,
        besluit: gekozen(Besluit.registerBijVertrek)?.feit,
        waarom: Text(nl: "de bron zwijgt", en: "the source is silent"), bron: "004:5682-5688; 004:5768-5769",
        gevolg: Text(nl: "of na vertrek een plicht openstaat", en: "whether a duty is open after leaving")),
      Punt(
        id: "V-5", vraag: Text(nl: "oud-medewerkers", en: "former employees"), keuze: oudMedewerkers.rawValue,
        antwoord: oudMedewerkersText, besluit: gekozen(Besluit.oudMedewerkers)?.feit,
        waarom: Text(
          nl: "een melder is werkzaam bij of voor de gemeente", en: "a melder works at or for the municipality"),
        bron: "004:5526-5528; 004:4508-4509",
        gevolg: Text(
          nl: "wat contact zegt over wie vertrokken is", en: "what contact says about who has left")),
      Punt(
        id: "V-6", vraag: Text(nl: "bemiddelaar", en: "mediator"), keuze: bemiddeling.rawValue,
        antwoord: bemiddeling.text, besluit: gekozen(Besluit.bemiddeling)?.feit,
        waarom: Text(
          nl: "inschakelen is een taak, zelf bemiddelen is uitgesloten",
          en: "engaging one is a task, mediating oneself is excluded"), bron: "004:5648-5654; 004:5720-5722",
        gevolg: Text(
          nl: "geen: dit wordt alleen vastgelegd en getoond", en: "none: this is only recorded and shown")),
    ]
  }

  /// The yearly overview and complaints.
  private var verantwoordingspunten: [Punt] {
    [
      Punt(
        id: "V-7", vraag: Text(nl: "jaaroverzicht uiterlijk", en: "yearly overview by"),
        keuze: jaaroverzichtUiterlijk.rawValue, antwoord: jaaroverzichtUiterlijk.text,
        besluit: gekozen(Besluit.jaaroverzichtUiterlijk)?.feit,
        waarom: Text(nl: "«jaarlijks», zonder dag", en: "“yearly”, without a day"), bron: "004:5685-5686",
        gevolg: Text(nl: "de termijn van het jaaroverzicht", en: "the term of the overview")),
      Punt(
        id: "V-7", vraag: Text(nl: "jaaroverzicht openbaar", en: "overview public"),
        keuze: jaaroverzichtOpenbaarheid.rawValue, antwoord: jaaroverzichtOpenbaarheid.text,
        besluit: gekozen(Besluit.jaaroverzichtOpenbaarheid)?.feit,
        waarom: Text(
          nl: "aan de werkgever; over openbaarheid zwijgt de bron", en: "to the employer; silent on publication"),
        bron: "004:5685-5686",
        gevolg: Text(nl: "of openbaarmaking als plicht openstaat", en: "whether publication is an open duty")),
      Punt(
        id: "V-8", vraag: Text(nl: "klacht over een interne", en: "complaint about an internal one"),
        keuze: klachtBehandelaar.rawValue, antwoord: klachtBehandelaar.text,
        besluit: gekozen(Besluit.klachtBehandelaar)?.feit,
        waarom: Text(nl: "de melder kan bij beide terecht", en: "the melder can turn to either"),
        bron: "004:5777-5779; 004:5786-5789",
        gevolg: Text(
          nl: "wat contact zegt over klachten; de behandelaar krijgt nooit de registratie",
          en: "what contact says about complaints; who handles it never gets the register")),
    ]
  }

  /// Lengths and the threshold.
  private var ongenummerd: [Punt] {
    [
      Punt(
        id: "duur", vraag: Text(nl: "gewone termijn", en: "usual term"), keuze: duur?.description ?? "-",
        antwoord: duur?.text ?? Text("-"), besluit: gekozen(Besluit.duur)?.feit,
        waarom: Text(nl: "«in principe» 4 jaar", en: "“in principle” 4 years"), bron: "004:5604-5605",
        gevolg: Text(nl: "tot welke dag een benoeming loopt", en: "until which day an appointment runs")),
      Punt(
        id: "bijscholing", vraag: Text(nl: "hoe vaak bijscholing", en: "how often refresher training"),
        keuze: bijscholing?.description ?? "nietGeregeld",
        antwoord: bijscholing.map { Text(nl: "elke ", en: "every ") + $0.text }
          ?? Text(nl: "niet geregeld", en: "not settled"), besluit: gekozen(Besluit.bijscholing)?.feit,
        waarom: Text(nl: "de bron noemt geen termijn", en: "the source names no term"), bron: "004:5740-5741",
        gevolg: Text(nl: "de termijn voor bijscholing", en: "the term for refresher training")),
      Punt(
        id: "drempel", vraag: Text(nl: "kleinste aantal dat wordt vermeld", en: "smallest number shown"),
        keuze: String(drempel), antwoord: Text(String(drempel)), besluit: gekozen(Besluit.drempel)?.feit,
        waarom: Text(
          nl: "de bron zwijgt; geanonimiseerd en niet herleidbaar vraagt een grens",
          en: "silent; anonymised and not traceable asks for a limit"), bron: "004:5685; 002:160",
        gevolg: Text(nl: "welke aantallen het grootboek weigert", en: "which numbers the ledger refuses")),
    ]
  }

  /// V-5 in words, with the months.
  var oudMedewerkersText: Text {
    switch oudMedewerkers {
    case .alleenWerkzaam: Text(nl: "alleen wie er werkt", en: "only who works there")
    case .beperkt:
      Text(
        nl: "ook tot \(oudMedewerkersMaanden ?? 0) maanden na vertrek",
        en: "also until \(oudMedewerkersMaanden ?? 0) months after leaving")
    case .onbeperkt: Text(nl: "ook na vertrek, zonder grens", en: "also after leaving, without a limit")
    }
  }
}
