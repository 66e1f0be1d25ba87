import Governance
import Testing

@Suite struct CalendarDateTests {
  @Test func `every day from 1900 through 2100 has its own number, and its number gives it back`() throws {
    var number = -25_567
    var weekday = 1
    for year in 1900...2100 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year == 2000)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (index, length) in lengths.enumerated() {
        for day in 1...length {
          let date = try CalendarDate(year: year, month: index + 1, day: day)
          let back = try CalendarDate(daysSinceEpoch: number)
          guard date.daysSinceEpoch == number, back == date, back.year == year, back.month == index + 1,
            back.day == day,
            date.weekday.rawValue == weekday, date.isLeapYear == isLeap, try CalendarDate(date.description) == date
          else {
            Issue.record("\(year)-\(index + 1)-\(day): \(date) has number \(date.daysSinceEpoch), expected \(number)")
            return
          }
          number += 1
          weekday = weekday % 7 + 1
        }
      }
    }
    #expect(number == 47_847)
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("0000-03-01", -719_468), ("0000-01-01", -719_528),
    ("9999-12-31", 2_932_896),
  ])
  func `a known day has its known number`(iso: String, number: Int) throws {
    let date = try CalendarDate(iso)
    #expect(date.daysSinceEpoch == number)
    #expect(date.description == iso)
  }

  @Test(arguments: [
    "", "2024", "2024-11", "2024-1-05", "2024-01-5", "24-01-05", "02024-01-05", "2024-01-05 ", " 2024-01-05",
    "2024-01-05\n",
    "2024-01-05T00:00:00Z", "2024/01/05", "2024.01.05", "20240105", "05-01-2024", "2024-01-0５", "２０２４-01-05",
    "٢٠٢٤-01-05",
    "2024–01–05", "2024-01-05Z", "+2024-01-05", "-2024-01-05", "2024-W01-5", "2024-005", "2024-XX-05", "2024-01-05?",
    "2024-01-05\u{0301}", "2024-01-05\0", "\u{FEFF}2024-01-05", "5 januari 2024",
  ])
  func `another notation is refused`(text: String) {
    #expect(throws: DateProblem.malformed(found: text, expected: .day)) { try CalendarDate(text) }
  }

  @Test(arguments: [
    ("2025-02-30", 2025, 2, 30), ("2025-02-29", 2025, 2, 29), ("1900-02-29", 1900, 2, 29), ("2024-04-31", 2024, 4, 31),
    ("2024-12-32", 2024, 12, 32), ("2024-01-00", 2024, 1, 0),
  ])
  func `a day that its month does not have is refused`(iso: String, year: Int, month: Int, day: Int) {
    #expect(throws: DateProblem.noSuchDay(year: year, month: month, day: day)) { try CalendarDate(iso) }
    #expect(throws: DateProblem.noSuchDay(year: year, month: month, day: day)) {
      try CalendarDate(year: year, month: month, day: day)
    }
  }

  @Test func `a month or a year that does not exist is refused`() {
    #expect(throws: DateProblem.noSuchMonth(13)) { try CalendarDate("2024-13-01") }
    #expect(throws: DateProblem.noSuchMonth(0)) { try CalendarDate("2024-00-01") }
    #expect(throws: DateProblem.yearOutOfRange(10_000)) { try CalendarDate(year: 10_000, month: 1, day: 1) }
    #expect(throws: DateProblem.yearOutOfRange(-1)) { try CalendarDate(year: -1, month: 1, day: 1) }
    #expect(throws: DateProblem.noSuchDay(year: 2024, month: 1, day: .max)) {
      try CalendarDate(year: 2024, month: 1, day: .max)
    }
  }

  @Test func `days are added across months and never beyond the calendar`() throws {
    #expect(try CalendarDate("2024-02-28").adding(days: 2).description == "2024-03-01")
    #expect(try CalendarDate("2025-01-01").adding(days: -1).description == "2024-12-31")
    for days in [1, Int.max] {
      #expect(throws: DateProblem.dayOutOfRange) { try CalendarDate.last.adding(days: days) }
    }
    for days in [-1, Int.min] {
      #expect(throws: DateProblem.dayOutOfRange) { try CalendarDate.first.adding(days: days) }
      #expect(throws: DateProblem.dayOutOfRange) { try CalendarDate(daysSinceEpoch: .min) }
    }
  }

  @Test func `a day is written out in both languages`() throws {
    let day = try CalendarDate("2024-11-13")
    #expect(day.text(.dutch) == "13 november 2024")
    #expect(day.text(.english) == "13 November 2024")
    #expect(day.weekday.text(.dutch) == "woensdag")
    #expect(try CalendarDate("2025-03-01").text(.dutch) == "1 maart 2025")
  }
}
