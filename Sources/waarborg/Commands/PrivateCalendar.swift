import Console
import Governance
import Ledger

/// The days on which something ends in the cases of one reader, for that reader's own calendar.
///
/// A calendar goes through other people's machines: it has the day and the word, and identifiers that are made for this file
/// and tell nothing.
struct PrivateCalendar {
  private let file: TermCalendarFile

  init(_ terms: [RunningTerm], _ book: Grootboek) throws {
    let word = Text(nl: "termijn", en: "term")
    let judged = [JudgedTerm](terms, today: book.today, warnBefore: 0)
    // Without the sum: its length would tell the procedure.
    let bare = judged.compactMap { judged in judged.raw.map { (judged.term, $0) } }.map { term, raw in
      RunningTerm(
        TermDeclaration(
          id: book.newID().description, word, nil, starts: word, meets: word, consequence: word, source: "-"),
        on: Onderwerp(stream: book.newStream("Termijn"), versie: nil, handle: word.nl), .on(ImpreciseDate(raw)),
        startedBy: 0,
        met: term.met, withdrawn: term.withdrawn)
    }
    file = TermCalendarFile(
      [JudgedTerm](bare, today: book.today, warnBefore: 0), origin: "waarborg", stamp: book.now)
  }

  /// Writes it so that only its owner can read it; a file that is there already is not touched.
  func write(_ path: String) throws { try PrivateFile.create(path, Array(file.text.utf8)) }
}
