using System.Globalization;
using MethodCenter.Domain.Teaching.Calendars;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MethodCenter.Infrastructure.Teaching.Calendars;

/// <remarks>
/// Breaks and streams are texts in the row: they are read and set as a whole, and no query asks for one of them.
/// </remarks>
internal sealed class AcademicCalendarConfiguration : IEntityTypeConfiguration<AcademicCalendar>
{
    private const int BreakLength = 22;
    private const int StreamLength = 40;

    public void Configure(EntityTypeBuilder<AcademicCalendar> builder)
    {
        builder.ToTable("academic_calendars");
        builder
            .Property(calendar => calendar.Breaks)
            .HasConversion(
                new ValueConverter<IReadOnlyList<CalendarBreak>, string>(
                    breaks => WriteBreaks(breaks),
                    stored => ReadBreaks(stored)
                ),
                Comparer<CalendarBreak>()
            )
            .HasMaxLength(AcademicCalendar.MostBreaks * BreakLength)
            .IsUnicode(false);
        builder
            .Property(calendar => calendar.Streams)
            .HasConversion(
                new ValueConverter<IReadOnlyList<BellStream>, string>(
                    streams => WriteStreams(streams),
                    stored => ReadStreams(stored)
                ),
                Comparer<BellStream>()
            )
            .HasMaxLength(AcademicCalendar.MostStreams * StreamLength)
            .IsUnicode(false);
        builder.HasIndex(calendar => new { calendar.CentreId, calendar.AcademicYear }).IsUnique();
    }

    // Public, as the compiled model calls them too.
    public static string WriteBreaks(IReadOnlyList<CalendarBreak> breaks) => string.Join('|', breaks.Select(Write));

    public static CalendarBreak[] ReadBreaks(string stored) => [.. Split(stored).Select(ReadBreak)];

    public static string WriteStreams(IReadOnlyList<BellStream> streams) => string.Join('|', streams.Select(Write));

    public static BellStream[] ReadStreams(string stored) => [.. Split(stored).Select(ReadStream)];

    private static string[] Split(string stored) => stored.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static string Write(CalendarBreak one) =>
        string.Create(CultureInfo.InvariantCulture, $"{one.From:yyyy-MM-dd}/{one.To:yyyy-MM-dd}");

    private static CalendarBreak ReadBreak(string stored)
    {
        var parts = stored.Split('/');
        return new CalendarBreak(Day(parts[0]), Day(parts[1]));
    }

    private static string Write(BellStream stream) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{stream.Number};{stream.From:HH\\:mm};{stream.To:HH\\:mm};{stream.BreakFrom:HH\\:mm};{stream.BreakTo:HH\\:mm};{stream.Hours}"
        );

    private static BellStream ReadStream(string stored)
    {
        var parts = stored.Split(';');
        return new BellStream(
            Number(parts[0]),
            Time(parts[1]),
            Time(parts[2]),
            parts[3].Length == 0 ? null : Time(parts[3]),
            parts[4].Length == 0 ? null : Time(parts[4]),
            Number(parts[5])
        );
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static ValueComparer<IReadOnlyList<TPart>> Comparer<TPart>() =>
        new(
            (one, other) => one!.SequenceEqual(other!),
            parts => parts.Aggregate(0, (hash, part) => HashCode.Combine(hash, part))
        );
}
