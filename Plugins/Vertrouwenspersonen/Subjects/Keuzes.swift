import Governance
import Ledger

/// The points on which the rules of municipalities differ, or that they leave open.
///
/// Until a municipality settles a point nothing is asked of anyone: the default of every point is what refuses nothing.
/// Only the threshold of an overview has a number of its own, because it protects who reported.
enum Keuzes {
  typealias Besluit = VertrouwenspersonenregelsVastgesteld

  static let nietGevraagd = Text(
    nl: "zonder eigen regel wordt er niets gevraagd", en: "without a rule of its own nothing is asked")
  static let alleenGetoond = Text(
    nl: "geen: dit wordt alleen vastgelegd en getoond", en: "none: this is only recorded and shown")

  /// A point that is asked or not.
  static func eis(
    _ id: String, _ vraag: Text, _ veld: Field<Vereiste>, zonder: Text
  ) -> Keuze<Vereiste> {
    Keuze(
      id, vraag, veld, standaard: .nietVereist,
      antwoord: { $0 == .vereist ? Text(nl: "vereist", en: "required") : Text(nl: "niet vereist", en: "not required") },
      waarom: nietGevraagd,
      gevolg: {
        $0 == .vereist
          ? zonder + Text(nl: " wordt geweigerd", en: " is refused")
          : zonder + Text(nl: " wordt niet geweigerd", en: " is not refused")
      })
  }

  static let benoemer = Keuze(
    "benoemer", Text(nl: "wie benoemt, contracteert en ontheft", en: "who appoints, contracts and relieves"),
    Besluit.benoemer, ongeregeld: "nietGeregeld",
    antwoord: { $0?.text ?? Text(nl: "niet geregeld", en: "not settled") }, waarom: nietGevraagd,
    gevolg: {
      $0.map {
        Text(
          nl: "een besluit dat een ander ondertekent dan \($0.text.nl), wordt geweigerd",
          en: "a decision signed by another than the \($0.text.en) is refused")
      } ?? Text(nl: "wie mag besluiten, ondertekent", en: "whoever may decide signs")
    })

  static let duur = Keuze(
    "duur", Text(nl: "gewone termijn", en: "usual term"), Besluit.duur, standaard: .geen,
    antwoord: { $0.duur?.text ?? Text(nl: "geen", en: "none") }, waarom: nietGevraagd,
    gevolg: {
      $0.duur.map {
        Text(
          nl: "een benoeming duurt \($0.text.nl), tenzij bewust anders",
          en: "an appointment lasts \($0.text.en), unless another length was chosen")
      }
        ?? Text(
          nl: "een benoeming duurt zo lang als zij zelf zegt", en: "an appointment lasts as long as it says itself")
    })

  static let hoogsteVerlengingen = Keuze(
    "V-3", Text(nl: "hoogste aantal verlengingen", en: "most renewals"), Besluit.hoogsteVerlengingen,
    standaard: .onbeperkt,
    antwoord: { $0.aantal.map { Text(String($0)) } ?? Text(nl: "onbeperkt", en: "no limit") }, waarom: nietGevraagd,
    gevolg: {
      $0.aantal.map {
        Text(
          nl: "verlengen wordt geweigerd zodra dat \($0) keer is gebeurd",
          en: "renewing is refused once it was done \($0) times")
      } ?? Text(nl: "geen verlenging is er een te veel", en: "no renewal is one too many")
    })
}

extension Keuzes {
  static let instemmingBenoeming = eis(
    "instemming",
    Text(nl: "instemming van de OR bij een benoeming", en: "consent of the works council to an appointment"),
    Besluit.instemmingBenoeming, zonder: Text(nl: "een benoeming zonder instemming", en: "an appointment without it"))

  static let instemmingVerlenging = eis(
    "V-1", Text(nl: "instemming bij verlenging", en: "consent to a renewal"), Besluit.instemmingVerlenging,
    zonder: Text(nl: "een verlenging zonder instemming", en: "a renewal without it"))

  static let instemmingExtern = eis(
    "V-1", Text(nl: "instemming bij een externe", en: "consent to an external one"), Besluit.instemmingExtern,
    zonder: Text(nl: "een contract zonder instemming", en: "a contract without it"))

  static let instemmingOntheffing = eis(
    "instemming", Text(nl: "instemming van de OR bij een ontheffing", en: "consent of the works council to relief"),
    Besluit.instemmingOntheffing, zonder: Text(nl: "een ontheffing zonder instemming", en: "relief without it"))

  static let certificering = Keuze(
    "certificering", Text(nl: "certificering als lid van de LVV", en: "certification as a member of the LVV"),
    Besluit.certificering, standaard: .geen, antwoord: \.text, waarom: nietGevraagd,
    gevolg: {
      switch $0 {
      case .verplicht:
        Text(
          nl: "een benoeming of contract zonder certificering wordt geweigerd",
          en: "an appointment or contract without it is refused")
      case .voorkeur:
        Text(nl: "alleen wanneer zij afloopt wordt getoond", en: "only when it ends is shown")
      case .geen: Text(nl: "niets hangt ervan af", en: "nothing depends on it")
      }
    })

  static let verliesCertificering = Keuze(
    "V-2", Text(nl: "verlies van certificering", en: "losing certification"), Besluit.verliesCertificering,
    standaard: .geenGevolg, antwoord: \.text, waarom: nietGevraagd,
    gevolg: { _ in
      Text(
        nl: "wie dient, en welke plichten openstaan, waar certificering verplicht is",
        en: "who serves and which duties are open, where certification is compulsory")
    })

  static let aanstellingsbrief = eis(
    "brief", Text(nl: "aanstellingsbrief", en: "letter of appointment"), Besluit.aanstellingsbrief,
    zonder: Text(nl: "een benoeming zonder brief", en: "an appointment without a letter"))

  static let verklaring = eis(
    "verklaring", Text(nl: "verklaring over de gedragscode", en: "declaration on the code of conduct"),
    Besluit.verklaring, zonder: Text(nl: "een benoeming zonder verklaring", en: "an appointment without a declaration"))

  static let kennisgeving = eis(
    "kennisgeving", Text(nl: "de taak schriftelijk neerleggen", en: "laying the task down in writing"),
    Besluit.kennisgeving, zonder: Text(nl: "neerleggen zonder kennisgeving", en: "laying it down without a notice"))

  static let vaststelling = eis(
    "vaststelling",
    Text(
      nl: "onafhankelijke vaststelling van verzuim of overschrijding",
      en: "independent finding of neglect or overstepping"),
    Besluit.vaststelling,
    zonder: Text(nl: "een ontheffing op die grond zonder vaststelling", en: "relief on that ground without a finding"))

  static let motivering = eis(
    "motivering", Text(nl: "gemotiveerde brief bij een ontheffing", en: "letter with reasons at relief"),
    Besluit.motivering, zonder: Text(nl: "een ontheffing zonder die brief", en: "relief without such a letter"))
}
