import Governance
import Ledger
import Publication

/// What the publication plugin refuses.
enum PublicatieRules {
  static let all = [address, contact, licence, oneSite, setUpFirst, dayHasCome, showsTheLastState]

  private static let address = Rule(
    id: "PUB-ADRES", source: "README, Publication",
    demand: Text(
      nl: "het adres van de site is https, in kleine letters, zonder vraagteken, hekje of schuine streep aan het eind",
      en: "the site's address is https, in lower case, without question mark, hash or slash at the end"),
    on: [PublicatieIngesteld.self]
  ) { context in
    guard let address = context.event[PublicatieIngesteld.adres], !WebAddress.isSiteAddress(address) else { return nil }
    return Refusal(
      Text(nl: "«\(address)» kan het adres van de site niet zijn", en: "“\(address)” cannot be the site's address"),
      remedy: Text(
        nl: "geef het als https://www.gemeente.example of https://www.gemeente.example/register",
        en: "give it as https://www.gemeente.example or https://www.gemeente.example/register"))
  }

  private static let contact = Rule(
    id: "PUB-CONTACT", source: "AVG art. 16; RFC 9116 section 2.5.3",
    demand: Text(
      nl: "een contact is een e-mailadres of een adres dat met https:// begint",
      en: "a contact is an e-mail address or an address starting with https://"),
    on: [PublicatieIngesteld.self]
  ) { context in
    let contacts = [
      context.event[PublicatieIngesteld.contact], context.event[PublicatieIngesteld.beveiligingscontact],
    ]
    guard let bad = contacts.compactMap({ $0 }).first(where: { ContactPoint($0) == nil }) else { return nil }
    return Refusal(
      Text(
        nl: "«\(bad)» is geen e-mailadres en geen https-adres",
        en: "“\(bad)” is neither an e-mail address nor an https address"),
      remedy: Text(
        nl: "geef een e-mailadres van de organisatie, zoals register@gemeente.example, of een https-adres",
        en: "give an e-mail address of the organisation, such as register@gemeente.example, or an https address"))
  }

  private static let licence = Rule(
    id: "PUB-LICENTIE", source: "DCAT-AP-NL 3.0, dct:license",
    demand: Text(
      nl: "de licentie is een https-adres waar haar tekst staat",
      en: "the licence is an https address where its text is"),
    on: [PublicatieIngesteld.self]
  ) { context in
    guard let licence = context.event[PublicatieIngesteld.licentie], !WebAddress.isSafe(licence) else { return nil }
    return Refusal(
      Text(nl: "«\(licence)» is geen https-adres", en: "“\(licence)” is not an https address"),
      remedy: Text("https://creativecommons.org/publicdomain/zero/1.0/"))
  }

  private static let oneSite = Rule(
    id: "PUB-EEN", source: "004:5425-5426",
    demand: Text(nl: "een grootboek heeft één openbare site", en: "a ledger has one public site"),
    on: [PublicatieIngesteld.self]
  ) { context in
    guard let known = try Publicaties.instelling(context.views)?.stroom, known != context.event.stream else {
      return nil
    }
    return Refusal(
      Text(nl: "publiceren is al ingesteld, als \(known)", en: "publishing has been set up already, as \(known)"),
      remedy: Text(nl: "wijzig die instelling", en: "change that setting"))
  }

  private static let setUpFirst = Rule(
    id: "PUB-INGESTELD", source: "AVG art. 5 lid 1 c",
    demand: Text(
      nl: "er wordt pas gepubliceerd als is gekozen waar, met welk contact, en of zoekmachines mogen meelezen",
      en: "nothing is published before it was chosen where, with which contact, and whether search engines may read it"),
    on: [PublicatieUitgevoerd.self]
  ) { context in
    try Publicaties.instelling(context.views)?.stroom == context.event.stream ? nil : notSetUpRefusal
  }

  private static let notSetUpRefusal = Refusal(
    Text(nl: "publiceren is nog niet ingesteld", en: "publishing has not been set up"),
    remedy: Text(
      nl: "stel het in: waarborg publicatie instel --adres … --contact … --beveiliging … --zoekmachines … --licentie …",
      en: "set it up: waarborg publicatie instel --adres … --contact … --beveiliging … --zoekmachines … --licentie …"))

  /// The same refusal, for who would make a site before there is anything to make it with.
  static var notSetUp: Failure {
    Failure(.refused, notSetUpRefusal.message, remedy: notSetUpRefusal.remedy, rule: setUpFirst.citation)
  }

  private static let dayHasCome = Rule(
    id: "PUB-DAG", source: "004:5425-5426",
    demand: Text(
      nl: "de site gaat over een dag die er al is: een opgave is actueel, geen voorspelling",
      en: "the site is about a day that has come: a statement is of the present, not a forecast"),
    on: [PublicatieUitgevoerd.self]
  ) { context in
    guard let day = context.event[PublicatieUitgevoerd.dag], day > context.event.signedOn else { return nil }
    return Refusal(
      Text(nl: "\(day.text.nl) moet nog komen", en: "\(day.text.en) is still to come"),
      remedy: Text(nl: "kies een eerdere dag, of laat --op weg", en: "choose an earlier day, or leave --op out"))
  }

  private static let showsTheLastState = Rule(
    id: "PUB-STAND", source: "README, Publication",
    demand: Text(
      nl: "de site toont het grootboek zoals het is, afgezien van eerdere publicaties",
      en: "the site shows the ledger as it is, apart from earlier publications"),
    on: [PublicatieUitgevoerd.self]
  ) { context in
    guard let shown = context.event[PublicatieUitgevoerd.omvang] else { return nil }
    let position = context.event.position
    if shown <= position, try Publicaties.areAll(from: UInt64(clamping: shown), upTo: position, context.views) {
      return nil
    }
    return Refusal(
      Text(
        nl:
          "de site toont de eerste \(shown) van \(position) gebeurtenissen, en wat daarna kwam zijn niet alleen publicaties",
        en: "the site shows the first \(shown) of \(position) events, and what came after is more than publications"),
      remedy: Text(nl: "maak de site opnieuw", en: "make the site again"))
  }
}
