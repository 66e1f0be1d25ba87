import Ledger

/// What an erasure may not do.
enum ErasureRules {
  static let all = [onlyWhatIsSealed, onlyWhatWasProposed, asRequested, circleOrSecond]

  /// Who is in the circle of what is erased carries out what was approved; without a proposal it takes a role that decides.
  private static let onlyWhatWasProposed = Rule(
    id: "VER-ROL", source: "AVG art. 17; Archiefbesluit 1995 art. 8",
    demand: Text(
      nl: "buiten een goedgekeurd voorstel of een verzoek om vernietigt alleen wie daarover beslist",
      en: "without an approved proposal or a request only who decides on it erases"),
    on: [StukkenVernietigd.self]
  ) { context in
    guard context.event[StukkenVernietigd.voorstel] == nil, context.event[StukkenVernietigd.verzoek] == nil,
      !context.event.type.signers.contains(context.capacity.rol)
    else { return nil }
    return Refusal(
      Text(
        nl: "\(context.capacity.rol.text.nl) beslist niet over deze vernietiging",
        en: "the \(context.capacity.rol.text.en) does not decide on this erasure"),
      remedy: Text(
        nl: "laat de gemeentesecretaris, de griffier, het secretariaat of de FG ondertekenen",
        en: "let the municipal secretary, the clerk, the secretariat or the data protection officer sign"))
  }

  private static let onlyWhatIsSealed = Rule(
    id: "VER-VELD", source: "README, The event",
    demand: Text(nl: "elk veld wordt één keer vernietigd", en: "each field is erased once"),
    on: [StukkenVernietigd.self]
  ) { context in
    for erased in context.event[StukkenVernietigd.stukken] ?? [] {
      let before = try ErasureView().fields(of: erased.event, context.views)
      let again = before.intersection(erased.fields).union(duplicates(erased.fields))
      if let field = again.sorted().first {
        return Refusal(
          Text(
            nl: "veld \(field) van \(erased.event) is al vernietigd",
            en: "field \(field) of \(erased.event) has been erased already"),
          remedy: Text(nl: "laat dit veld weg", en: "leave this field out"))
      }
    }
    return nil
  }

  private static func duplicates(_ names: [String]) -> Set<String> {
    Set(names.filter { name in names.count { $0 == name } > 1 })
  }

  private static let asRequested = Rule(
    id: "VER-VERZOEK", source: "AVG art. 17; SECURITY.md, Erasure",
    demand: Text(
      nl: "een verzoek wordt uitgevoerd zoals het er ligt, door een ander",
      en: "a request is carried out as it stands, by another"),
    on: [StukkenVernietigd.self]
  ) { context in
    guard let id = context.event[StukkenVernietigd.verzoek] else { return nil }
    guard let request = try context.views.fact(id), request.is(VernietigingVerzocht.self),
      request[VernietigingVerzocht.stukken] == context.event[StukkenVernietigd.stukken]
    else {
      return Refusal(
        Text(nl: "dit is niet wat is verzocht", en: "this is not what was requested"),
        remedy: Text(
          nl: "voer het verzoek uit met waarborg vernietig --verzocht NUMMER",
          en: "carry the request out with waarborg vernietig --verzocht NUMBER"))
    }
    guard request.signer == context.event.signed.key.description else { return nil }
    return Refusal(
      Text(nl: "deze sleutel deed het verzoek zelf", en: "this key made the request itself"),
      remedy: Text(nl: "laat een ander het uitvoeren", en: "let another carry it out"))
  }

  /// Of a case its own circle consents (VER-ZAAK).
  private static let circleOrSecond = Rule(
    id: "VER-KRING", source: "AVG art. 17; SECURITY.md, Erasure",
    demand: Text(
      nl: "wat voor een kring is verzegeld, vernietigt wie daartoe hoort, of de FG op verzoek van een ander",
      en:
        "what is sealed for a circle is erased by who belongs to it, or by the data protection officer at another's request"
    ),
    on: [StukkenVernietigd.self]
  ) { context in
    let streams = try Set(
      (context.event[StukkenVernietigd.stukken] ?? []).compactMap {
        try ConfidentialView.stream(of: $0, context.views, context.catalog)
      })
    let outside = try streams.filter { stream in
      try !context.circle(of: stream).contains { $0.id == context.event.signed.key }
    }
    guard !outside.isEmpty else { return nil }
    let capacity = context.capacity
    if context.event[StukkenVernietigd.verzoek] != nil, capacity.rol == .functionarisGegevensbescherming,
      !capacity.isUnconfirmed
    {
      return nil
    }
    return Refusal(
      Text(
        nl: "hiertussen is iets van een kring waartoe deze sleutel niet hoort",
        en: "among this is something of a circle to which this key does not belong"),
      remedy: Text(
        nl:
          "verzoek het met --verzoek; wie tot de kring hoort, of de functionaris gegevensbescherming, voert het uit met "
          + "waarborg vernietig --verzocht NUMMER",
        en: "request it with --verzoek; who belongs to the circle, or the data protection officer, carries it out with "
          + "waarborg vernietig --verzocht NUMBER"))
  }
}
