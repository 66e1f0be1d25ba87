import ArgumentParser
import Console
import Governance
import Ledger

/// `waarborg klok`: the ledger's time, and the way back when someone signed with a wrong clock.
struct KlokCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "klok", nl: "De tijd van het grootboek, en hoe die wordt hersteld.",
    en: "The ledger's time, and how it is restored.",
    discussion: Text(
      nl: """
        Wie met een klok tekent die ver voorloopt, houdt iedereen tegen tot die tijd komt. Twee sleutelbeheerders herstellen dat:
          waarborg klok herstel --als secretariaat
          waarborg klok bevestig --als beheerder
        """,
      en: """
        Who signs with a clock that is far ahead keeps everyone from appending until that time comes. Two registrars restore it:
          waarborg klok herstel --als secretariaat
          waarborg klok bevestig --als beheerder
        """),
    subcommands: [Toon.self, Herstel.self, Bevestig.self])
}

extension KlokCommand {
  /// `waarborg klok toon`
  struct Toon: ProgramCommand {
    static let configuration = CommandConfiguration(
      "toon", nl: "Toon hoe de tijd van het grootboek staat naast deze klok.",
      en: "Show how the ledger's time stands beside this clock.")
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try options.refuseDay()
      try program.read(options, isExamining: true) { book, reading in
        guard let time = try reading.time(beside: book.now) else {
          throw Failure(.notFound, Text(nl: "dit grootboek is leeg", en: "this ledger is empty"))
        }
        guard !shared.json else { return program.terminal.outJSON(Self.json(time, book.now).text) }
        program.terminal.out(Self.list(time, book.now))
      }
    }

    private static func json(_ time: LedgerTime, _ now: Instant) -> JSON {
      [
        "klok": .string(now.description), "grootboek": .string(time.latest.description),
        "voor": time.ahead.map { ahead in
          [
            "vanaf": .int(Int64(ahead.from)), "vastgelegd": .string(ahead.at.description),
            "daarvoor": ahead.before.map { .string($0.description) } ?? .null, "aantal": .int(Int64(ahead.count)),
          ]
        } ?? .null,
        "voorgesteld": time.proposals.first.map { .int(Int64($0.position)) } ?? .null,
        "hersteld": .array(
          time.restored.map { fact in
            [
              "position": .int(Int64(fact.position)), "vanaf": fact[KlokherstelBevestigd.vanaf]?.json ?? .null,
              "moment": .string(fact.recordedAt.description),
            ]
          }),
      ]
    }

    private static func list(_ time: LedgerTime, _ now: Instant) -> KeyValueList {
      var list = KeyValueList()
      list.add(Text(nl: "Deze klok", en: "This clock"), "\(now.description)")
      list.add(Text(nl: "Grootboek", en: "Ledger"), "\(time.latest.description)")
      if let ahead = time.ahead {
        list.add(Text(nl: "Loopt voor", en: "Ahead"), "\(ahead.text, .bad)")
        list.add(
          Text(nl: "Staat deze klok goed", en: "If this clock is right"),
          "\(Text(nl: "dan herstellen twee sleutelbeheerders de tijd: waarborg klok herstel", en: "two registrars restore the time: waarborg klok herstel"))"
        )
      } else {
        list.add(
          Text(nl: "Loopt voor", en: "Ahead"), "\(Text(nl: "nee", en: "no"), .good)")
      }
      if let proposal = time.proposals.first {
        list.add(
          Text(nl: "Voorgesteld", en: "Proposed"),
          "\(Text(nl: "met nummer \(proposal.position); een tweede bevestigt: waarborg klok bevestig", en: "with number \(proposal.position); a second confirms: waarborg klok bevestig"))"
        )
      }
      for fact in time.restored {
        let from = fact[KlokherstelBevestigd.vanaf].map { "\($0)" } ?? "?"
        list.add(
          Text(nl: "Hersteld", en: "Restored"),
          "\(Text(nl: "nummers \(from) tot en met \(fact.position) tellen als bekend op \(fact.recordedAt)", en: "numbers \(from) to \(fact.position) count as known on \(fact.recordedAt)"))"
        )
      }
      return list
    }
  }

  /// `waarborg klok herstel`
  struct Herstel: RecordingCommand {
    typealias Event = KlokHersteld

    static let configuration = CommandConfiguration(
      "herstel", nl: "Leg vast dat de klok verkeerd stond; een tweede sleutelbeheerder bevestigt dat.",
      en: "Record that the clock was wrong; a second registrar confirms it.")
    @OptionGroup var recording: AppendingOptions

    func complete(_ draft: inout EventDraft, _ found: StreamID, _ context: AppendContext) throws {
      draft[Event.vanaf] = Int64(try KlokCommand.ahead(context).from)
    }

    func about(_ found: StreamID, _ context: AppendContext) throws -> Text? {
      Text(nl: "Over: de tijd ", en: "About: the time ") + (try KlokCommand.ahead(context).text)
    }

    func followUp(_ appended: Appended, _ found: StreamID, _ program: Program) {
      program.terminal.note(
        Text(
          nl: "Nog zonder gevolg: een andere sleutelbeheerder bevestigt met waarborg klok bevestig.",
          en: "Without effect so far: another registrar confirms with waarborg klok bevestig."))
    }
  }

  /// `waarborg klok bevestig`
  struct Bevestig: RecordingCommand {
    typealias Event = KlokherstelBevestigd

    static let configuration = CommandConfiguration(
      "bevestig", nl: "Bevestig als tweede dat de klok verkeerd stond: de tijd gaat vanaf nu verder.",
      en: "Confirm as the second that the clock was wrong: time goes on from now.")
    @OptionGroup var recording: AppendingOptions

    func find(_ context: AppendContext) throws -> Fact {
      let proposals = try context.reading.time(beside: context.book.now)?.proposals ?? []
      // One's own is confirmed by another; told as such when there is no other.
      let others = proposals.first { $0.signer != context.signer.description }
      if let proposal = others ?? proposals.first { return proposal }
      throw Failure(
        .notFound,
        Text(nl: "niemand stelde voor om de klok te herstellen", en: "nobody proposed to restore the clock"),
        remedy: Text(nl: "de eerste tekent met waarborg klok herstel", en: "the first signs with waarborg klok herstel")
      )
    }

    func identify(_ found: Fact, in draft: inout EventDraft) throws { draft[Event.vanaf] = found[KlokHersteld.vanaf] }

    func about(_ found: Fact, _ context: AppendContext) throws -> Text? {
      Text(nl: "Over: de tijd ", en: "About: the time ") + (try KlokCommand.ahead(context).text)
    }
  }

  private static func ahead(_ context: AppendContext) throws -> LedgerTime.Ahead {
    if let ahead = try context.reading.time(beside: context.book.now)?.ahead { return ahead }
    throw Failure(
      .badInput,
      Text(
        nl: "de tijd van het grootboek loopt niet voor op deze klok", en: "the ledger's time is not ahead of this clock"
      ),
      remedy: Text(nl: "zie waarborg klok toon", en: "see waarborg klok toon"))
  }
}

extension LedgerTime.Ahead {
  /// What was recorded too early, in words.
  fileprivate var text: Text {
    let before = before.map {
      Text(nl: "; daarvoor was het \($0)", en: "; before that it was \($0)")
    }
    return Text(
      nl: "vanaf nummer \(from), vastgelegd op \(at): \(count) \(count == 1 ? "gebeurtenis" : "gebeurtenissen")",
      en: "from number \(from) on, recorded on \(at): \(count) \(count == 1 ? "event" : "events")")
      + (before ?? Text(""))
  }
}
