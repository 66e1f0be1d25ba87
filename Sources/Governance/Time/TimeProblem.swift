/// Why the time of an event cannot be what it says.
enum TimeProblem: Error, Sendable, Equatable {
  /// It was signed before the event before it was recorded, further than a clock may differ, in seconds.
  case ranBack(by: Int64)
  /// It was signed after the moment at which it was submitted, in seconds.
  case signedAfter(by: Int64)
  /// It stands where an event should stand that a submission names.
  case notNamed(submission: UInt64)
  /// A submission names events that do not stand behind it.
  case unfinished(missing: Int)
  /// It was signed elsewhere, and names a checkpoint.
  case namesCheckpoint
  /// It takes up what was signed elsewhere or restores the clock, and was itself signed elsewhere.
  case notSubmitted
  /// Nobody proposed in its stream that the clock is restored from that event on.
  case notProposed
  /// Who confirms is not another registrar whose own key is confirmed.
  case noSecond
  /// The ledger's time does not lie more than a day ahead.
  case notAhead
  /// At this event time did not jump from what had been to what is yet to come.
  case noSuchJump(UInt64)

  /// The check that finds it.
  var findingID: String {
    switch self {
    case .ranBack, .signedAfter: "time-order"
    case .notNamed, .unfinished, .namesCheckpoint, .notSubmitted: "submission"
    case .notProposed, .noSecond, .notAhead, .noSuchJump: "clock"
    }
  }

  /// The problem in words.
  var text: Text {
    switch self {
    case .ranBack(let seconds):
      Text(nl: "de tijd loopt \(seconds) seconden terug", en: "time runs back by \(seconds) seconds")
    case .signedAfter(let seconds):
      Text(
        nl: "zij is \(seconds) seconden na haar inzending ondertekend",
        en: "it was signed \(seconds) seconds after it was submitted")
    case .notNamed(let submission):
      Text(
        nl: "hier hoort een gebeurtenis te staan die inzending nummer \(submission) noemt",
        en: "an event that submission number \(submission) names should stand here")
    case .unfinished(let missing):
      Text(
        nl: "van de gebeurtenissen die deze inzending noemt, staan er \(missing) niet achter haar",
        en: "\(missing) of the events that this submission names do not stand behind it")
    case .namesCheckpoint:
      Text(
        nl: "zij noemt een controlepunt, en is elders ondertekend",
        en: "it names a checkpoint, and was signed elsewhere")
    case .notSubmitted:
      Text(
        nl: "een inzending of een herstel van de klok wordt bij het grootboek zelf ondertekend",
        en: "a submission or a restoring of the clock is signed at the ledger itself")
    case .notProposed:
      Text(
        nl: "niemand stelde in deze stroom voor om de klok vanaf die gebeurtenis te herstellen",
        en: "nobody proposed in this stream to restore the clock from that event on")
    case .noSecond:
      Text(
        nl: "een tweede sleutelbeheerder bevestigt, met een sleutel die zelf bevestigd is",
        en: "a second registrar confirms, with a key that is confirmed itself")
    case .notAhead:
      Text(
        nl: "de tijd van het grootboek loopt niet meer dan een dag voor",
        en: "the ledger's time is not more than a day ahead")
    case .noSuchJump(let position):
      Text(
        nl: "bij gebeurtenis \(position) sprong de tijd niet van wat geweest was naar wat nog moet komen",
        en: "at event \(position) time did not jump from what had been to what is yet to come")
    }
  }

  /// What to do about it, where it is met before anything is written.
  var remedy: Text? {
    switch self {
    case .ranBack: Text(nl: "zet de klok gelijk", en: "set the clock right")
    case .notAhead, .noSuchJump:
      Text(
        nl: "zie de sprongen met waarborg klok toon; een klok die achterloopt, zet u gelijk",
        en: "see the jumps with waarborg klok toon; a clock that is behind is set right")
    case .notProposed, .noSecond:
      Text(
        nl: "de eerste ondertekent met waarborg klok herstel, een ander met waarborg klok bevestig",
        en: "the first signs with waarborg klok herstel, another with waarborg klok bevestig")
    case .unfinished:
      Text(nl: "leg haar vast samen met wat zij noemt", en: "record it together with what it names")
    case .signedAfter, .notNamed, .namesCheckpoint, .notSubmitted: nil
    }
  }
}
