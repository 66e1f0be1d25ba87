import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite

extension Program {
  /// Writes what `body` proposes as a concept for the key that was named, instead of appending it; what is judged then, is
  /// judged now as well.
  /// - Returns: What would be recorded.
  func writeConcept(
    _ options: AppendingOptions, to path: String, _ body: (AppendContext) throws -> Proposal
  ) throws -> Appended {
    guard let name = options.key.als else {
      throw Failure(
        .usage, Text(nl: "--concept: voor wie? Geef --als", en: "--concept: for whom? Give --als"),
        remedy: Text(
          nl: "noem een sleutel, een rol met één sleutel, of het begin van een kid (waarborg key list)",
          en: "name a key, a role with one key, or the start of a kid (waarborg key list)"))
    }
    let effective = try options.effective(clock.now.date)
    let directory = try directory(options.shared)
    let reader = try maker(options.key, isInCopy: directory.isCopy)
    // Also in a copy to read: nothing is written there.
    let (made, box) = try directory.write(mendsCopy: true) { stores in
      let book = try grootboek(stores, in: directory)
      tell(stores)
      let ledger = try CheckpointMemory.Ledger(book)
      try memory.checkGoesOn(book.stores, ledger, at: directory.url)
      let audience: Audience = reader.map { .member($0.ring) } ?? .outside
      let (key, proposal) = try book.read(as: audience) { reading in
        let key = try registered(name, reading.registry)
        let context = AppendContext(
          book: book, reading: reading, signer: key.id, effective: effective,
          unlocked: reader?.id == key.id ? reader : nil)
        var proposal = try body(context).warned(by: catalog, reading)
        if let ahead = proposal.ahead(of: book.today) { proposal.warnings.append(ahead) }
        return (key, proposal)
      }
      guard proposal.work == nil, proposal.signer == nil else { throw AppendContext.onlyHere }
      for warning in proposal.warnings { terminal.warnOnce(warning) }
      let made = try book.concept(
        proposal.drafts, for: key, reader: reader?.ring, about: proposal.about, warnings: proposal.warnings,
        proposal.options)
      return (made, key.box)
    }
    if !options.dryRun {
      let file = try SealedFile(.concept, origin: made.concept.origin, made.concept.json, for: box, random: random)
      try PrivateFile.create(path, file.bytes)
    }
    report(made.concept, made.appended, path, name, options)
    return made.appended
  }

  /// Who makes the concept: the key of `WAARBORG_SLEUTEL`, which opens what is sealed; nil when there is none. In a copy to read
  /// it is its reader, who signs as well.
  private func maker(_ options: KeyOptions, isInCopy: Bool) throws -> UnlockedKey? {
    var options = options
    options.als = environment["WAARBORG_SLEUTEL"] ?? (isInCopy ? options.als : nil)
    return try unlock(options)?.key
  }

  private static func signing(_ roles: Set<Rol>) -> Text {
    let words = roles.map(\.rawValue).sorted().joined(separator: ", ")
    return Text(nl: "er tekenen: \(words)", en: "who sign: \(words)")
  }

  /// The registered key that someone means: one of the own folder, the only one in a role, or the start of a thumbprint.
  func registered(_ name: String, _ registry: KeyRegistry) throws -> KeyRegistry.RegisteredKey {
    let active = registry.keysInOrder.filter { $0.revoked == nil }
    let found: [KeyRegistry.RegisteredKey]
    if keys.names().contains(name) {
      let id = try keys.key(named: name).id
      found = active.filter { $0.id == id }
    } else if let rol = Rol(rawValue: name) {
      found = active.filter { $0.rol == rol }
    } else {
      found = name.count >= 6 ? active.filter { $0.id.description.hasPrefix(name) } : []
    }
    if found.count == 1, let key = found.first { return key }
    let roles = Set(active.map(\.rol))
    let meant = Rol.nearest(to: name).flatMap { roles.contains($0) ? $0.rawValue : nil }
    throw Failure(
      .notFound,
      found.isEmpty
        ? Text(
          nl: "in dit grootboek tekent niemand als «\(name)»", en: "in this ledger nobody signs as “\(name)”")
        : Text(
          nl: "«\(name)» is hier de rol van \(found.count) sleutels",
          en: "“\(name)” is the role of \(found.count) keys here"),
      remedy: found.isEmpty
        ? Nearest.question(meant ?? Nearest.name(to: name, among: keys.names().filter { $0 != name }))
          + Self.signing(roles)
        : Text(
          nl:
            "noem het begin van een kid: \(found.map { String($0.id.description.prefix(10)) }.joined(separator: ", "))",
          en: "name the start of a kid: \(found.map { String($0.id.description.prefix(10)) }.joined(separator: ", "))"))
  }

  private func report(
    _ concept: Concept, _ appended: Appended, _ path: String, _ name: String, _ options: AppendingOptions
  ) {
    if options.shared.json {
      let json: JSON = [
        "concept": options.dryRun ? .null : .string(path), "digest": concept.digest.json,
        "ondertekenaar": concept.signer.json,
        "gebeurtenissen": .array(
          appended.events.map { ["id": $0.id.json, "stream": $0.stream.json, "event": .string($0.type.name)] }),
      ]
      return terminal.outJSON(json.text)
    }
    let types = appended.events.map(\.type.name).joined(separator: ", ")
    let who = appended.capacities.first?.text ?? Text(name)
    if options.dryRun {
      return terminal.note(
        Text(nl: "proef: een concept van \(types) voor ", en: "dry run: a draft of \(types) for the ") + who)
    }
    terminal.note(
      StyledText.verdict(
        .good,
        Text(nl: "Concept van \(types) voor ", en: "Draft of \(types) for the ") + who
          + Text(nl: " in \(path); er is nog niets vastgelegd", en: " in \(path); nothing is recorded yet")))
    terminal.note(
      Text(
        nl: "Hierna: stuur \(path) naar wie tekent; daar: waarborg onderteken \(path) --uit antwoord.json",
        en: "Next: send \(path) to who signs; there: waarborg onderteken \(path) --uit antwoord.json"))
  }
}
