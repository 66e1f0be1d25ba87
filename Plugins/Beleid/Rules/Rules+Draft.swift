import Governance
import Instemming
import Ledger

extension BeleidRules {
  /// What a draft must say.
  static let drafts = [firstVersion, uniqueName, consentGround, sameText, cvdrForm]

  private static let firstVersion = Rule(
    id: "BEL-EERSTE-VERSIE", source: "README, Rules and views",
    demand: Text(
      nl: "de eerste versie noemt kenmerk, titel, soort en of instemming vereist is; een latere geen ander kenmerk",
      en: "the first version has a name, title, kind and whether consent is required; a later one no other name"),
    on: [RegelingOntworpen.self]
  ) { context in
    let event = context.event
    if let regeling = try context.regeling() {
      guard let name = event[RegelingOntworpen.kenmerk], name != regeling.kenmerk else { return nil }
      return Refusal(
        Text(nl: "deze regeling heet «\(regeling.kenmerk)»", en: "this rule is called “\(regeling.kenmerk)”"),
        remedy: Text(nl: "gebruik --kenmerk \(regeling.kenmerk)", en: "use --kenmerk \(regeling.kenmerk)"))
    }
    let present: [(String, Bool)] = [
      ("kenmerk", event[RegelingOntworpen.kenmerk] != nil), ("titel", event[RegelingOntworpen.titel] != nil),
      ("soort", event[RegelingOntworpen.soort] != nil), ("instemming", event[RegelingOntworpen.instemming] != nil),
    ]
    guard let missing = present.first(where: { !$0.1 })?.0 else { return nil }
    return Refusal(
      Text(
        nl: "bij de eerste versie van een regeling ontbreekt: \(missing)",
        en: "the first version of a rule lacks: \(missing)"),
      remedy: Text(nl: "geef --\(missing)", en: "give --\(missing)"))
  }

  private static let uniqueName = Rule(
    id: "BEL-KENMERK", source: "004:7694; 004:7810-7811",
    demand: Text(
      nl: "een kenmerk bestaat uit 1 tot 40 kleine letters, cijfers en streepjes en hoort bij één regeling",
      en: "a name has 1 to 40 small letters, digits and hyphens and belongs to one rule"),
    on: [RegelingOntworpen.self]
  ) { context in
    guard let name = context.event[RegelingOntworpen.kenmerk] else { return nil }
    guard Regeling.isKenmerk(name) else {
      return Refusal(Regeling.geenKenmerk(name), remedy: Regeling.vormKenmerk)
    }
    guard let other = try Regeling.named(name, context.views), other.stream != context.event.stream else { return nil }
    return Refusal(
      Text(nl: "«\(name)» is al het kenmerk van: \(other.titel)", en: "“\(name)” is the name of: \(other.titel)"),
      remedy: Text(nl: "kies een ander kenmerk", en: "choose another name"))
  }

  private static let consentGround = Rule(
    id: "BEL-INSTEMMING-GROND", source: "WOR art. 27 lid 1 en 3; WOR art. 46d onder b",
    demand: Text(
      nl: "waarom instemming vereist is of niet, wordt met een letter van WOR art. 27 of een grond uit de wet gezegd",
      en: "why consent is required or not is said with a letter of WOR art. 27 or a ground in the law"),
    on: [RegelingOntworpen.self]
  ) { context in
    let reason = context.event[RegelingOntworpen.instemmingReden]
    let letter = context.event[RegelingOntworpen.worOnderdeel]
    let ground = context.event[RegelingOntworpen.nietVereist]
    func refuse(_ message: Text, _ remedy: Text) -> Refusal { Refusal(message, remedy: remedy) }
    switch context.event[RegelingOntworpen.instemming] {
    case .vereist where letter == nil && reason == nil:
      return refuse(
        Text(
          nl: "instemming is vereist, maar waarop dat berust ontbreekt",
          en: "consent is required, but the ground for that is missing"),
        Text(nl: "geef --wor, of --reden", en: "give --wor, or --reden"))
    case .nietVereist where ground == nil && !context.isHistorical,
      .nietVereist where ground == .anders && reason == nil:
      return refuse(
        Text(
          nl: "instemming zou niet vereist zijn, maar waarom ontbreekt",
          en: "consent would not be required, but why is missing"),
        Text(
          nl: "geef --niet-vereist met \(NietVereistReden.woorden); bij anders ook --reden",
          en: "give --niet-vereist with \(NietVereistReden.woorden); with anders also --reden"))
    case .vereist where ground != nil, .onbekend where ground != nil, nil where ground != nil,
      .nietVereist where letter != nil:
      return refuse(
        Text(nl: "de grond past niet bij de plicht", en: "the ground does not fit the duty"),
        Text(
          nl: "geef --wor bij vereist en --niet-vereist bij nietVereist",
          en: "give --wor with vereist and --niet-vereist with nietVereist"))
    default: return nil
    }
  }

  private static let sameText = Rule(
    id: "BEL-ONTWERP-DUBBEL", source: "README, Rules and views",
    demand: Text(nl: "dezelfde versie wordt één keer ontworpen", en: "the same version is drafted once"),
    on: [RegelingOntworpen.self]
  ) { context in
    guard let regeling = try context.regeling(), let versie = try context.versie(),
      let draft = versie.feit(RegelingOntworpen.self)
    else { return nil }
    // The text of a version known only by name may be added to it later.
    if context.isHistorical, versie.digest == nil, context.event[RegelingOntworpen.versie] != nil { return nil }
    return Refusal(
      Text(
        nl: "dit is al \(regeling.handle(versie)), ontworpen als nummer \(draft.position)",
        en: "this is \(regeling.handle(versie)) already, drafted as number \(draft.position)"),
      remedy: Text(
        nl: "een nieuwe versie heeft een andere tekst, of een andere --versie als de tekst er niet is",
        en: "a new version has another text, or another --versie when there is no text"))
  }

  private static let cvdrForm = Rule(
    id: "BEL-CVDR", source: "001:53",
    demand: Text(nl: "een CVDR-nummer ziet eruit als CVDR91394/1", en: "a CVDR number looks like CVDR91394/1"),
    on: [RegelingOntworpen.self, RegelingBekendgemaakt.self]
  ) { context in
    guard let cvdr = context.event[RegelingOntworpen.cvdr], !isCVDR(cvdr) else { return nil }
    return Refusal(
      Text(nl: "«\(cvdr)» is geen CVDR-nummer", en: "“\(cvdr)” is no CVDR number"),
      remedy: Text(nl: "schrijf het als CVDR91394/1", en: "write it like CVDR91394/1"))
  }

  private static func isCVDR(_ text: String) -> Bool {
    guard text.hasPrefix("CVDR") else { return false }
    let parts = text.dropFirst(4).split(separator: "/", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
  }
}
