import Ledger

/// Facts are read by key: nothing here reads a whole register to answer about a part of it.
extension ViewReader {
  private func facts(_ condition: String, _ arguments: [TableValue]) throws -> [Fact] {
    try rows(pass.factsView, "SELECT \(Fact.columns) FROM {feit} WHERE \(condition)", arguments).compactMap { Fact($0) }
  }

  /// The fact at a position; nil when no event that a plugin projects stands there.
  public func fact(at position: UInt64) throws -> Fact? {
    try facts("position = ?", [.int(Int64(clamping: position))]).first
  }

  /// The fact with this id.
  public func fact(_ id: EventID) throws -> Fact? { try facts("id = ?", [.text(id.description)]).first }

  /// The fact that a person means by a number or an id.
  public func fact(_ numberOrID: String) throws -> Fact? {
    if let number = UInt64(numberOrID) { return try fact(at: number) }
    return try EventID(numberOrID).flatMap { try fact($0) }
  }

  /// The facts of a stream in the order of the log, also those that were corrected.
  public func facts(in stream: StreamID) throws -> [Fact] {
    try facts(asked: .stream(stream)) { try facts("stroom = ? ORDER BY position", [.text(stream.description)]) }
  }

  /// The facts whose field has this value, in the order of the log.
  ///
  /// - Parameters:
  ///   - field: A field that a plugin declared as a key.
  ///   - value: Its value.
  ///   - types: Only facts of these types; of any type when left out.
  public func facts<Value: FieldValue>(
    where field: Field<Value>, is value: Value, of types: any EventDefinition.Type...
  ) throws -> [Fact] {
    guard let text = value.json.string else { return [] }
    return try facts(keyed: field.declaration, text, types)
  }

  /// The facts whose field is a list that holds this value, in the order of the log; otherwise as for a single value.
  public func facts<Value: FieldValue>(
    where field: Field<[Value]>, holds value: Value, of types: any EventDefinition.Type...
  ) throws -> [Fact] {
    guard let text = value.json.string else { return [] }
    return try facts(keyed: field.declaration, text, types)
  }

  private func facts(
    keyed field: FieldDeclaration, _ text: String, _ types: [any EventDefinition.Type]
  ) throws -> [Fact] {
    precondition(pass.factsView.keys.contains(field.name), "\(field.name) is not declared as a key")
    let (name, value) = (field.name, TableValue.text(text))
    let held = "position IN (SELECT position FROM {sleutelwaarde} WHERE veld = ? AND waarde = ?"
    guard !types.isEmpty else {
      return try facts(asked: .key(field: name, value: text, type: nil)) {
        try facts(held + ") ORDER BY position", [.text(name), value])
      }
    }
    // One type at a time: of what names a function with ten thousand holders only these are read.
    let found = try types.flatMap { type in
      try facts(asked: .key(field: name, value: text, type: type.type.name)) {
        try facts(held + " AND soort = ?) ORDER BY position", [.text(name), value, .text(type.type.name)])
      }
    }
    return types.count == 1 ? found : found.sorted { $0.position < $1.position }
  }

  private func facts(asked question: FactCache.Question, _ read: () throws -> [Fact]) throws -> [Fact] {
    if let known = pass.facts.known(question) { return known }
    let facts = try read()
    pass.facts.keep(facts, question)
    return facts
  }

  /// Every fact of these types that was not withdrawn or corrected away, by day and then by position; for what is few,
  /// such as the versions of an organisation's rules.
  public func facts(of types: (any EventDefinition.Type)...) throws -> [Fact] { try facts(of: types.map { $0.type }) }

  /// The same for types that are known by their names alone.
  public func facts(of types: [EventType]) throws -> [Fact] {
    guard !types.isEmpty else { return [] }
    let names = types.map(\.name)
    let places = names.map { _ in "?" }.joined(separator: ", ")
    return try facts(asked: .types(names)) {
      try facts("soort IN (\(places)) AND vervallen = 0 ORDER BY dag, position", names.map { .text($0) })
    }
  }

  /// The fact of this type that counts and had certainly happened by a day, last by day and then by position; nil when
  /// there is none.
  public func last(of definition: any EventDefinition.Type, by day: CalendarDate) throws -> Fact? {
    let name = definition.type.name
    return try facts(asked: .last(name, by: day)) {
      try facts(
        "soort = ? AND dag <= ? AND vervallen = 0 ORDER BY dag DESC, position DESC LIMIT 1",
        [.text(name), .int(Int64(day.daysSinceEpoch))])
    }.first
  }

  /// The last fact of a type in a stream that counts, whatever else the stream holds; nil when there is none.
  public func last(of definition: any EventDefinition.Type, in stream: StreamID) throws -> Fact? {
    // Of a long stream the index knows sooner.
    if let known = pass.facts.known(.stream(stream)), known.count <= Self.mostSearched {
      return known.last { $0.type == definition.type.name && !$0.isWithdrawn }
    }
    return try latest(of: definition, in: stream, ListPage(limit: 1)).first
  }

  private static let mostSearched = 50

  /// The facts of a type in a stream that count, the last one first.
  public func latest(
    of definition: any EventDefinition.Type, in stream: StreamID, _ page: ListPage = .all
  ) throws -> [Fact] {
    try facts(
      "stroom = ? AND soort = ? AND vervallen = 0 ORDER BY position DESC LIMIT ? OFFSET ?",
      [
        .text(stream.description), .text(definition.type.name), .int(Int64(page.limit ?? -1)), .int(Int64(page.offset)),
      ])
  }

  /// The first fact of a type in a stream after a position that counts; nil when there is none.
  public func next(
    of definition: any EventDefinition.Type, in stream: StreamID, after position: UInt64
  ) throws -> Fact? {
    try facts(
      "stroom = ? AND soort = ? AND vervallen = 0 AND position > ? ORDER BY position LIMIT 1",
      [.text(stream.description), .text(definition.type.name), .int(Int64(position))]
    ).first
  }

  /// Hands every fact of some types to `body` in the order of the log, one at a time.
  public func forEachFact(of types: [any EventDefinition.Type], _ body: (Fact) throws -> Void) throws {
    let names = types.map { TableValue.text($0.type.name) }
    let places = names.map { _ in "?" }.joined(separator: ", ")
    try forEachRow(
      pass.factsView, "SELECT \(Fact.columns) FROM {feit} WHERE soort IN (\(places)) ORDER BY position", names
    ) { row in
      if let fact = Fact(row) { try body(fact) }
    }
  }

  /// Every fact of some types, those of each stream together, in the order in which the streams began; for who reads a
  /// whole register, such as a publication.
  public func streams(of types: [any EventDefinition.Type]) throws -> [[Fact]] {
    var index: [StreamID: Int] = [:]
    var streams: [[Fact]] = []
    try forEachFact(of: types) { fact in
      if let known = index[fact.stream] {
        streams[known].append(fact)
      } else {
        index[fact.stream] = streams.count
        streams.append([fact])
      }
    }
    return streams
  }

  /// The erasures of an event's fields, in the order of the log.
  public func erasures(of event: EventID) throws -> [Fact] {
    try ErasureView().positions(of: event, self).compactMap { try fact(at: $0) }
  }
}
