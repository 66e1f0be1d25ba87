import Governance
import Ledger

/// The points that the rule leaves open: V-1 to V-8, and the numbers that go without one.
enum Keuzes {
  private typealias Besluit = VertrouwenspersonenregelsVastgesteld

  static let instemmingVerlenging = Keuze(
    "V-1", Text(nl: "instemming bij verlenging", en: "consent to a renewal"), Besluit.instemmingVerlenging,
    standaard: .vereist,
    antwoord: { $0.eis },
    waarom: Text(
      nl: "de bron noemt benoeming en ontheffing, niet verlenging; vragen is de veilige kant",
      en: "the source names appointment and relief, not renewal; asking is the safe side"),
    bron: "004:5605; 004:5620-5621",
    gevolg: Text(nl: "een verlenging zonder instemming wordt geweigerd", en: "a renewal without it is refused"))

  static let instemmingExtern = Keuze(
    "V-1", Text(nl: "instemming bij een externe", en: "consent to an external one"), Besluit.instemmingExtern,
    standaard: .nietVereist,
    antwoord: { $0.eis },
    waarom: Text(
      nl: "een externe wordt gecontracteerd, niet benoemd", en: "an external one is contracted, not appointed"),
    bron: "004:5583-5586; 004:5620-5621; 004:5626-5627",
    gevolg: Text(nl: "een contract zonder instemming wordt geweigerd", en: "a contract without it is refused"))

  static let verliesCertificering = Keuze(
    "V-2", Text(nl: "verlies van certificering", en: "losing certification"), Besluit.verliesCertificering,
    standaard: .signaal,
    antwoord: \.text,
    waarom: Text(
      nl: "certificering is een eis voor de benoeming en geen grond voor het einde",
      en: "certification is asked for the appointment and is no ground for its end"),
    bron: "004:5607-5611",
    gevolg: Text(nl: "wie dient, en welke plichten openstaan", en: "who serves, and which duties are open"))

  static let hoogsteVerlengingen = Keuze(
    "V-3", Text(nl: "hoogste aantal verlengingen", en: "most renewals"), Besluit.hoogsteVerlengingen,
    standaard: .onbeperkt,
    antwoord: { $0.aantal.map { Text(String($0)) } ?? Text(nl: "onbeperkt", en: "no limit") },
    waarom: Text(nl: "de bron noemt geen aantal", en: "the source names no number"),
    bron: "004:5605",
    gevolg: Text(nl: "een verlenging te veel wordt geweigerd", en: "one renewal too many is refused"))

  static let registerBijVertrek = Keuze(
    "V-4", Text(nl: "registratie bij vertrek", en: "register on leaving"), Besluit.registerBijVertrek,
    standaard: .nietGeregeld,
    antwoord: \.text,
    waarom: Text(nl: "de bron zwijgt", en: "the source is silent"),
    bron: "004:5682-5688; 004:5768-5769",
    gevolg: Text(nl: "of na vertrek een plicht openstaat", en: "whether a duty is open after leaving"))

  static let oudMedewerkers = Keuze(
    "V-5", Text(nl: "oud-medewerkers", en: "former employees"), Besluit.oudMedewerkers, standaard: .alleenWerkzaam,
    antwoord: { $0.text(maanden: nil) },
    waarom: Text(
      nl: "een melder is werkzaam bij of voor de gemeente", en: "a melder works at or for the municipality"),
    bron: "004:5526-5528; 004:4508-4509",
    gevolg: Text(
      nl: "wat contact zegt over wie vertrokken is", en: "what contact says about who has left"))

  static let bemiddeling = Keuze(
    "V-6", Text(nl: "bemiddelaar", en: "mediator"), Besluit.bemiddeling, standaard: .schakeltIn,
    antwoord: \.text,
    waarom: Text(
      nl: "inschakelen is een taak, zelf bemiddelen is uitgesloten",
      en: "engaging one is a task, mediating oneself is excluded"),
    bron: "004:5648-5654; 004:5720-5722",
    gevolg: Text(
      nl: "geen: dit wordt alleen vastgelegd en getoond", en: "none: this is only recorded and shown"))

  static let jaaroverzichtUiterlijk = Keuze(
    "V-7", Text(nl: "jaaroverzicht uiterlijk", en: "yearly overview by"), Besluit.jaaroverzichtUiterlijk,
    standaard: .heleJaar,
    antwoord: \.text,
    waarom: Text(nl: "«jaarlijks», zonder dag", en: "“yearly”, without a day"),
    bron: "004:5685-5686",
    gevolg: Text(nl: "de termijn van het jaaroverzicht", en: "the term of the overview"))

  static let jaaroverzichtOpenbaarheid = Keuze(
    "V-7", Text(nl: "jaaroverzicht openbaar", en: "overview public"), Besluit.jaaroverzichtOpenbaarheid,
    standaard: .alleenWerkgever,
    antwoord: \.text,
    waarom: Text(
      nl: "aan de werkgever; over openbaarheid zwijgt de bron", en: "to the employer; silent on publication"),
    bron: "004:5685-5686",
    gevolg: Text(nl: "of openbaarmaking als plicht openstaat", en: "whether publication is an open duty"))

  static let klachtBehandelaar = Keuze(
    "V-8", Text(nl: "klacht over een interne", en: "complaint about an internal one"), Besluit.klachtBehandelaar,
    standaard: .keuzeMelder,
    antwoord: \.text,
    waarom: Text(nl: "de melder kan bij beide terecht", en: "the melder can turn to either"),
    bron: "004:5777-5779; 004:5786-5789",
    gevolg: Text(
      nl: "wat contact zegt over klachten; de behandelaar krijgt nooit de registratie",
      en: "what contact says about complaints; who handles it never gets the register"))

  static let duur = Keuze(
    "duur", Text(nl: "gewone termijn", en: "usual term"), Besluit.duur, standaard: .of(4, .jaren),
    antwoord: \.text,
    waarom: Text(nl: "«in principe» 4 jaar", en: "“in principle” 4 years"),
    bron: "004:5604-5605",
    gevolg: Text(nl: "tot welke dag een benoeming loopt", en: "until which day an appointment runs"))

  static let bijscholing = Keuze(
    "bijscholing", Text(nl: "hoe vaak bijscholing", en: "how often refresher training"), Besluit.bijscholing,
    ongeregeld: "nietGeregeld",
    antwoord: { $0.map { Text(nl: "elke ", en: "every ") + $0.text } ?? Text(nl: "niet geregeld", en: "not settled") },
    waarom: Text(nl: "de bron noemt geen termijn", en: "the source names no term"),
    bron: "004:5740-5741",
    gevolg: Text(nl: "de termijn voor bijscholing", en: "the term for refresher training"))

  static let drempel = Keuze(
    "drempel", Text(nl: "kleinste aantal dat wordt vermeld", en: "smallest number shown"), Besluit.drempel,
    standaard: 5,
    antwoord: { Text(String($0)) },
    waarom: Text(
      nl: "de bron zwijgt; geanonimiseerd en niet herleidbaar vraagt een grens",
      en: "silent; anonymised and not traceable asks for a limit"),
    bron: "004:5685; 002:160",
    gevolg: Text(nl: "welke aantallen het grootboek weigert", en: "which numbers the ledger refuses"))
}

/// One point that the rule leaves open: how it was answered, and why.
struct Punt {
  let id: String
  let vraag: Text
  /// The word of the choice, for scripts.
  let keuze: String
  let antwoord: Text
  /// The decision; nil when it is the default.
  let besluit: Fact?
  let waarom: Text
  let bron: String
  let gevolg: Text

  /// - Parameter antwoord: The answer in words, where it says more than the choice alone.
  fileprivate init<Answer>(_ keuze: Keuze<Answer>, _ regels: Vertrouwenspersonenregels, antwoord: Text? = nil) {
    (id, vraag, waarom, bron, gevolg) = (keuze.id, keuze.vraag, keuze.waarom, keuze.bron, keuze.gevolg)
    self.keuze = keuze.woord(regels[keuze])
    self.antwoord = antwoord ?? keuze.antwoord(regels[keuze])
    besluit = regels.besluit(keuze)
  }
}

extension Vertrouwenspersonenregels {
  /// Every point with its answer, in their order.
  var punten: [Punt] {
    [
      Punt(Keuzes.instemmingVerlenging, self), Punt(Keuzes.instemmingExtern, self),
      Punt(Keuzes.verliesCertificering, self), Punt(Keuzes.hoogsteVerlengingen, self),
      Punt(Keuzes.registerBijVertrek, self), Punt(Keuzes.oudMedewerkers, self, antwoord: oudMedewerkersText),
      Punt(Keuzes.bemiddeling, self), Punt(Keuzes.jaaroverzichtUiterlijk, self),
      Punt(Keuzes.jaaroverzichtOpenbaarheid, self), Punt(Keuzes.klachtBehandelaar, self), Punt(Keuzes.duur, self),
      Punt(Keuzes.bijscholing, self), Punt(Keuzes.drempel, self),
    ]
  }

  /// V-5 in words, with the months.
  var oudMedewerkersText: Text { oudMedewerkers.text(maanden: oudMedewerkersMaanden) }
}

extension OudMedewerkers {
  fileprivate func text(maanden: Int64?) -> Text {
    switch self {
    case .alleenWerkzaam: Text(nl: "alleen wie er werkt", en: "only who works there")
    case .beperkt:
      Text(
        nl: "ook tot \(maanden ?? 0) maanden na vertrek", en: "also until \(maanden ?? 0) months after leaving")
    case .onbeperkt: Text(nl: "ook na vertrek, zonder grens", en: "also after leaving, without a limit")
    }
  }
}

extension InstemmingsEis {
  fileprivate var eis: Text {
    self == .vereist
      ? Text(nl: "instemming vereist", en: "consent required")
      : Text(nl: "geen instemming nodig", en: "no consent needed")
  }
}
