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
    var asked: [Asked] = []
    for kind in kinds { asked += try clocks(kind, in: views, on: day, about: stream, upTo) }
    // What comes after the page is not folded.
    let ordered = asked.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    let found = try (upTo.limit.map { ordered.prefix($0) } ?? ordered[...]).flatMap { try $0.terms() }
    return page.part(of: found)
  }

  /// A clock that is known to ask for something, by its place in the list, and how to fold it.
  private struct Asked {
    let order: String
    let id: String
    let terms: () throws -> [RunningTerm]
  }

  private static func clocks<S: Subject>(
    _ type: S.Type, in views: ViewReader, on day: CalendarDate, about stream: StreamID?, _ page: ListPage
  ) throws -> [Asked] {
    var folded: [SubjectKey: [RunningTerm]] = [:]
    func open(_ key: SubjectKey) throws -> [RunningTerm] {
      if let known = folded[key] { return known }
      let open = try (views.subject(type, key)?.terms(on: day, in: views) ?? []).filter { term in
        term.asksSomething(on: day) && stream.map { term.subject.stream == $0 } ?? true
      }
      folded[key] = open
      return open
    }
    return try views.clocks(type, on: day, about: stream, page).flatMap { listed -> [Asked] in
      guard listed.id.isEmpty else {
        return [
          Asked(order: listed.order, id: listed.id) {
            try open(listed.key).filter { $0.declaration.id == listed.id && $0.startedBy == listed.startedBy }
          }
        ]
      }
      return try open(listed.key).map { term in Asked(order: term.listOrder, id: term.declaration.id) { [term] } }
    }
  }
}
