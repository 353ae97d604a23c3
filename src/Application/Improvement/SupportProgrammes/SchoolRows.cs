using System.Globalization;
using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>A school in a year of a programme.</summary>
internal sealed record SchoolYear(Guid ProgrammeId, int Year, Guid OrganisationId);

/// <summary>The rows of one school, which stand or fall together.</summary>
internal sealed record SchoolRows : Wanted<ParticipationRow>
{
    public SchoolRows(SchoolYear school, IReadOnlyList<ImportRow<ParticipationRow>> rows, string? source)
        : base(rows[0])
    {
        (School, Rows) = (school, rows);
        Factors = [.. rows.Where(row => row.Value.Factor is not null)];
        On = Speaker(row => row.On, "on");
        ProfileSource = Speaker(row => row.ProfileSource, "profileSource");
        ProfileDate = Speaker(row => row.ProfileDate, "profileDate");
        Coordinator = Read(
            new Supporter("/coordinatorId", "coordinator", "coordinatorKey", "coordinatorSnils"),
            row => (row.CoordinatorKey, row.Coordinator, row.CoordinatorSnils),
            source
        );
        Curator = Read(
            new Supporter("/curatorId", "curator", "curatorKey", "curatorSnils"),
            row => (row.CuratorKey, row.Curator, row.CuratorSnils),
            source
        );
    }

    public SchoolYear School { get; }

    public IReadOnlyList<ImportRow<ParticipationRow>> Rows { get; }

    /// <summary>The rows that say a level.</summary>
    public IReadOnlyList<ImportRow<ParticipationRow>> Factors { get; }

    /// <summary>The row that says when the school was taken in; where none does, the first.</summary>
    public ImportRow<ParticipationRow> On { get; }

    public ImportRow<ParticipationRow> ProfileSource { get; }

    public ImportRow<ParticipationRow> ProfileDate { get; }

    public Supporter Coordinator { get; }

    public Supporter Curator { get; }

    /// <summary>Refuses the rows with what the use case refused, each factor at its row.</summary>
    public void RefuseBy(Error error, string? column)
    {
        foreach (var one in error.Fields.Length == 0 ? [error] : error.Fields)
        {
            if (FactorAt(one.Pointer) is { } row)
            {
                row.Refuse(one, "factor", row.Value.Factor);
            }
            else if (one.Pointer == "/factors")
            {
                Row.Refuse(one, "factor");
            }
            else
            {
                Row.RefuseBy(one, column);
            }
        }

        Rows.RefuseTogether();
    }

    /// <summary>The row of <c>/factors/3/factor</c>.</summary>
    private ImportRow<ParticipationRow>? FactorAt(string? pointer) =>
        pointer?.Split('/') is ["", "factors", var place, ..]
        && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && index < Factors.Count
            ? Factors[index]
            : null;

    private Supporter Read(
        Supporter person,
        Func<ParticipationRow, (string? Key, string? Name, string? Snils)> read,
        string? source
    )
    {
        var byKey = Speaker(row => read(row).Key, person.KeyColumn);
        var bySnils = Speaker(row => read(row).Snils, person.SnilsColumn);
        var byName = Speaker(row => read(row).Name, person.Column);
        byKey.TakeKey(read(byKey.Value).Key, person.KeyColumn, source, out var key);
        var snils = bySnils.TakeSnils(read(bySnils.Value).Snils, person.SnilsColumn);
        var name = SearchText.Normalize(read(byName.Value).Name);
        return person with
        {
            Clue = new PersonClue(key?.Key, snils, name, null, null),
            Row =
                key is not null ? byKey
                : snils is not null ? bySnils
                : byName,
        };
    }

    /// <summary>The first row that says it; the others may repeat it or be silent.</summary>
    private ImportRow<ParticipationRow> Speaker(Func<ParticipationRow, object?> read, string column)
    {
        var speaker = Rows.FirstOrDefault(row => read(row.Value) is not null) ?? Row;
        foreach (var row in Rows.Where(row => read(row.Value) is { } said && !said.Equals(read(speaker.Value))))
        {
            row.Refuse(ImportErrors.RowsDisagree(speaker.Number), column);
        }

        return speaker;
    }
}

/// <summary>Coordinator or curator, as the rows of a school name him.</summary>
internal sealed record Supporter(string Pointer, string Column, string KeyColumn, string SnilsColumn)
{
    public PersonClue Clue { get; init; } = new(null, null, "", null, null);

    /// <summary>The row that names him.</summary>
    public ImportRow<ParticipationRow> Row { get; init; } = null!;
}

internal static class FactorReading
{
    /// <summary>A factor goes by its name; a cell that holds nothing but a number is one (RISK-4).</summary>
    public static RiskFactorReference ToReference(this ParticipationRow row) =>
        int.TryParse(row.Factor, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new RiskFactorReference(null, number)
            : new RiskFactorReference(row.Factor);
}
