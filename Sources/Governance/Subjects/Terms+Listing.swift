import Ledger

extension Plugin {
  /// The clocks that run or ran on every subject of the plugin, with what was known of them on a day, also those that
  /// were met: everything is folded for it. Empty never means forgotten: a clock that cannot be computed is listed too.
  public func terms(in views: ViewReader, on day: CalendarDate) throws -> [RunningTerm] {
    var terms: [RunningTerm] = []
    for kind in subjects { terms += try Self.terms(kind, in: views, on: day) }
    return terms
  }

  private static func terms<S: Subject>(
    _ type: S.Type, in views: ViewReader, on day: CalendarDate
  ) throws -> [RunningTerm] {
    try views.keys(type).flatMap { try views.subject(type, $0)?.terms(on: day, in: views) ?? [] }
  }

  /// The clocks on the plugin's own subjects that ask for something on a day, by their raw end.
  public func openTerms(in views: ViewReader, on day: CalendarDate) throws -> [RunningTerm] {
    try Catalog.openTerms(subjects, in: views, on: day)
  }
}

extension Catalog {
  /// The clocks that ask for something on a day, by their raw end: what runs, is near, has passed unmet or cannot be
  /// computed. Only what comes up to the end of the page is folded.
  /// - Parameter stream: When given, only the clocks about this stream.
  public func openTerms(
    in views: ViewReader, on day: CalendarDate, about stream: StreamID? = nil, _ page: ListPage = .all
  ) throws -> [RunningTerm] {
    try Self.openTerms(plugins.flatMap(\.subjects), in: views, on: day, about: stream, page)
  }

  fileprivate static func openTerms(
    _ kinds: [any Subject.Type], in views: ViewReader, on day: CalendarDate, about stream: StreamID? = nil,
    _ page: ListPage = .all
  ) throws -> [RunningTerm] {
    let upTo = ListPage(limit: page.limit.map { $0 + page.offset })
    var found: [RunningTerm] = []
    for kind in kinds { found += try clocks(kind, in: views, on: day, about: stream, upTo) }
    let ordered = found.map { (term: $0, order: $0.listOrder) }
      .sorted { ($0.order, $0.term.declaration.id) < ($1.order, $1.term.declaration.id) }
    return page.part(of: ordered).map(\.term)
  }

  private static func clocks<S: Subject>(
    _ type: S.Type, in views: ViewReader, on day: CalendarDate, about stream: StreamID?, _ page: ListPage
  ) throws -> [RunningTerm] {
    var asking: [SubjectKey: [RunningTerm]] = [:]
    return try views.clocks(type, on: day, about: stream, page).flatMap { listed -> [RunningTerm] in
      let open =
        try asking[listed.key]
        ?? (views.subject(type, listed.key)?.terms(on: day, in: views) ?? []).filter { $0.asksSomething(on: day) }
      asking[listed.key] = open
      return open.filter { term in
        (listed.id.isEmpty || listed.id == term.declaration.id && listed.startedBy == term.startedBy)
          && stream.map { term.subject.stream == $0 } ?? true
      }
    }
  }
}
