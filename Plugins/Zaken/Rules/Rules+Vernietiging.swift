import Governance
import Ledger
import LedgerCrypto

extension Zaakregels {
  static let vernietiging = [alleenGoedgekeurd, anderKeurtGoed]

  /// The content of a case goes only by a proposal that someone else approved, exactly as it was proposed, and with the
  /// consent of who holds the key of the case.
  private static let alleenGoedgekeurd = Rule(
    id: "VER-ZAAK", source: "Archiefbesluit 1995 art. 8; README, Cases",
    demand: Text(
      nl:
        "van een zaak wordt alleen vernietigd wat is voorgesteld, door een ander is goedgekeurd en door de kring gewild",
      en: "of a case only what was proposed, approved by another and wanted by the circle is erased"),
    on: [StukkenVernietigd.self]
  ) { context in
    let stukken = context.event[StukkenVernietigd.stukken] ?? []
    let stromen = try Zaakstromen.stromen(of: stukken.map(\.event), context.views)
    let id = context.event[StukkenVernietigd.voorstel]
    guard !stromen.isEmpty else {
      return id == nil
        ? nil
        : Refusal(
          Text(nl: "in dit voorstel staat geen zaak", en: "there is no case in this proposal"),
          remedy: Text(nl: "laat het voorstel weg", en: "leave the proposal out"))
    }
    guard stromen.count == stukken.count else {
      return Refusal(
        Text(nl: "stukken van zaken staan niet bij andere", en: "papers of cases do not stand among others"),
        remedy: Text(nl: "vernietig ze apart", en: "erase them apart"))
    }
    guard let voorstel = try id.flatMap({ try context.views.fact($0) }), voorstel.is(VernietigingVoorgesteld.self),
      voorstel[VernietigingVoorgesteld.delen]?.contains(stukken.digest) == true
    else {
      return Refusal(
        Text(nl: "dit is niet wat is voorgesteld", en: "this is not what was proposed"),
        remedy: Text(nl: "zie waarborg vernietiging voorstel", en: "see waarborg vernietiging voorstel"))
    }
    guard try Voorstel.goedkeuring(voorstel, context.views) != nil else {
      return Refusal(
        Text(nl: "dit voorstel is niet goedgekeurd", en: "this proposal was not approved"),
        remedy: Text(
          nl: "laat een ander het goedkeuren: waarborg vernietiging keur-goed NUMMER",
          en: "let another approve it: waarborg vernietiging keur-goed NUMBER"))
    }
    let akkoorden = context.event[StukkenVernietigd.akkoorden] ?? []
    for stroom in Set(stromen) {
      let key = try Zaakstromen.ondertekening(of: stroom, context.views)
      let isGewild = akkoorden.contains { akkoord in
        akkoord.stream == stroom && key.map { akkoord.holds(for: stukken, by: $0) } == true
      }
      guard isGewild else {
        return Refusal(
          Text(
            nl: "de kring van een van de zaken stemt er niet mee in",
            en: "the circle of one of the cases does not consent"),
          remedy: Text(
            nl: "laat iemand uit de kring het voorstellen en uitvoeren",
            en: "let someone in the circle propose it and carry it out"))
      }
    }
    return nil
  }

  private static let anderKeurtGoed = Rule(
    id: "VER-VIEROGEN", source: "Archiefbesluit 1995 art. 8; 004:5688; 004:5730-5732",
    demand: Text(
      nl: "wie voorstelt keurt niet goed; stukken van een vertrouwenspersoon alleen een andere, of de FG",
      en:
        "who proposes does not approve; papers of a vertrouwenspersoon only another one, or the data protection officer"
    ),
    on: [VernietigingGoedgekeurd.self]
  ) { context in
    guard let voorstel = try context.event[VernietigingGoedgekeurd.voorstel].flatMap({ try context.views.fact($0) }),
      voorstel.is(VernietigingVoorgesteld.self), voorstel.stream == context.event.stream
    else {
      return Refusal(
        Text(nl: "dit voorstel is er niet", en: "there is no such proposal"),
        remedy: Text(nl: "zie waarborg vernietiging toon", en: "see waarborg vernietiging toon"))
    }
    if voorstel.signer == context.event.signed.key.description {
      return Refusal(
        Text(nl: "deze sleutel deed het voorstel zelf", en: "this key made the proposal itself"),
        remedy: Text(nl: "laat een ander het goedkeuren", en: "let another approve it"))
    }
    if try Voorstel.goedkeuring(voorstel, context.views) != nil {
      return Refusal(
        Text(nl: "dit voorstel is al goedgekeurd", en: "this proposal was approved already"),
        remedy: Text(
          nl: "voer het uit: waarborg vernietiging voer-uit NUMMER",
          en: "carry it out: waarborg vernietiging voer-uit NUMBER"))
    }
    let mag: Set<Rol> = [.vertrouwenspersoonIntern, .vertrouwenspersoonExtern, .functionarisGegevensbescherming]
    let isVertrouwenspersoon = voorstel[VernietigingVoorgesteld.soort] == .stukkenVertrouwenspersoon
    if isVertrouwenspersoon != mag.contains(context.capacity.rol),
      context.capacity.rol != .functionarisGegevensbescherming
    {
      return Refusal(
        Text(
          nl: "\(context.capacity.rol.text.nl) keurt dit niet goed",
          en: "the \(context.capacity.rol.text.en) does not approve this"),
        remedy: isVertrouwenspersoon
          ? Text(
            nl: "een andere vertrouwenspersoon of de FG doet dat",
            en: "another vertrouwenspersoon or the data protection officer does")
          : Text(
            nl: "de archivaris, de griffier, de algemeen directeur of het secretariaat doet dat",
            en: "the archivist, clerk, municipal secretary or secretariat does"))
    }
    return nil
  }
}
