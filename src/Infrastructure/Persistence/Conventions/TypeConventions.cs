using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Infrastructure.Persistence.Providers;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MethodCenter.Infrastructure.Persistence.Conventions;

/// <summary>How types are stored, in one place for all entities and databases.</summary>
internal static class TypeConventions
{
    public const int EnumMaxLength = 40;
    private const int IdBytes = 16;

    public static void ApplyTypes(this ModelConfigurationBuilder conventions, IDatabaseDialect dialect)
    {
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(EnumMaxLength).AreUnicode(false);
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        conventions.Properties<AcademicYear>().HaveConversion<AcademicYearConverter>();
        conventions
            .Properties<ReportCode>()
            .HaveConversion<ReportCodeConverter>()
            .HaveMaxLength(ReportCode.MaxLength)
            .AreUnicode(false);
        conventions.Properties<Snils>().HaveConversion<SnilsConverter>().HaveMaxLength(Snils.Length).AreUnicode(false);
        conventions.Properties<decimal>().HavePrecision(12, 2);
        if (dialect.IdType is { } type)
        {
            conventions.Properties<Guid>().HaveConversion<GuidBytesConverter>().HaveColumnType(type);
            conventions
                .DefaultTypeMapping<Guid>()
                .HasConversion<GuidBytesConverter>()
                .HasMaxLength(IdBytes)
                .IsFixedLength();
        }

        if (dialect.TextCollation is { } collation)
        {
            conventions.Properties<string>().UseCollation(collation);
            conventions.Properties<Enum>().UseCollation(collation);
            conventions.Properties<Snils>().UseCollation(collation);
            conventions.Properties<ReportCode>().UseCollation(collation);
        }
    }

    /// <summary>Instants are stored in UTC, as the database's own date and time, so that they compare and sort.</summary>
    internal sealed class UtcConverter()
        : ValueConverter<DateTimeOffset, DateTime>(
            instant => instant.UtcDateTime,
            stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc))
        );

    internal sealed class AcademicYearConverter()
        : ValueConverter<AcademicYear, int>(year => year.StartYear, stored => Read(stored))
    {
        /// <summary>A compiled model also asks what the default of the column's type would be: no year.</summary>
        public static AcademicYear Read(int stored) => stored == 0 ? default : AcademicYear.Starting(stored);
    }

    /// <summary>Stored as values of enums are: the first letter is great.</summary>
    internal sealed class ReportCodeConverter()
        : ValueConverter<ReportCode, string>(code => Write(code), stored => Read(stored))
    {
        public static string Write(ReportCode code) => Begin(code.Value ?? "", char.ToUpperInvariant);

        /// <summary>A compiled model also asks what the default of the column's type would be: no report.</summary>
        public static ReportCode Read(string stored) =>
            stored.Length == 0 ? default : new(Begin(stored, char.ToLowerInvariant));

        private static string Begin(string text, Func<char, char> first) =>
            text.Length == 0 ? text : first(text[0]) + text[1..];
    }

    internal sealed class SnilsConverter()
        : ValueConverter<Snils, string>(snils => snils.Digits, stored => Snils.FromStored(stored));

    /// <summary>16 bytes, most significant first: the order of version 7 ids is the order of their bytes.</summary>
    internal sealed class GuidBytesConverter()
        : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), stored => Read(stored))
    {
        public static Guid Read(byte[] stored) => new(stored, bigEndian: true);
    }
}
