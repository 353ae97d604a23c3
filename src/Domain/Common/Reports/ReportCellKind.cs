using System.Text;
using System.Text.RegularExpressions;

namespace MethodCenter.Domain.Common.Reports;

/// <summary>A kind of rows of a report, such as those of organisations.</summary>
public sealed class ReportCellKind
{
    internal const char RowMark = ':';
    internal const char MeasureMark = '#';
    private readonly Regex _form;

    public ReportCellKind(
        string code,
        IReadOnlyList<ReportDimension> dimensions,
        IReadOnlyList<ReportMeasure> measures,
        params IReadOnlyList<string> partOf
    )
    {
        (Code, Dimensions, Measures, PartOf) = (code, dimensions, measures, partOf);
        Set = code;

        // Texts may hold any sign, so the form is found from its ends; without backtracking, whatever a client sends.
        var form = new StringBuilder("^").Append(Regex.Escape(code));
        for (var place = 0; place < dimensions.Count; place++)
        {
            form.Append(dimensions[place].Pattern(place));
        }

        var names = string.Join('|', measures.Select(measure => Regex.Escape(measure.Code)));
        form.Append("(?:").Append(MeasureMark).Append("(?<measure>").Append(names).Append("))?$");
        _form = new Regex(
            form.ToString(),
            RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline
        );
    }

    public string Code { get; }

    /// <summary>What tells its rows apart; none: there is one row.</summary>
    public IReadOnlyList<ReportDimension> Dimensions { get; }

    /// <summary>What is counted in each row; the first needs no name in the key.</summary>
    public IReadOnlyList<ReportMeasure> Measures { get; }

    /// <summary>The kinds to whose rows its rows add up.</summary>
    public IReadOnlyList<string> PartOf { get; }

    /// <summary>Kinds of one set add up to their whole together, not each alone.</summary>
    public string Set { get; init; }

    /// <summary>The form of a key, for people: <c>cell:{kind}/{group}</c>.</summary>
    public string Form
    {
        get
        {
            var form = new StringBuilder(Code);
            for (var place = 0; place < Dimensions.Count; place++)
            {
                var dimension = Dimensions[place];
                var part = $"{dimension.Mark(place)}{{{dimension.Code}}}";
                form.Append(dimension.IsOptional ? $"[{part}]" : part);
            }

            return form.ToString();
        }
    }

    /// <summary>The key of a row, which is that of its first measure.</summary>
    public string Key(IReadOnlyList<string?> values)
    {
        var key = new StringBuilder(Code);
        for (var place = 0; place < Dimensions.Count; place++)
        {
            var dimension = Dimensions[place];
            if (values[place] is { } value)
            {
                key.Append(dimension.Mark(place)).Append(dimension.Write(value));
            }
            else if (!dimension.IsOptional)
            {
                key.Append(dimension.Mark(place));
            }
        }

        return key.ToString();
    }

    public string Key(IReadOnlyList<string?> values, ReportMeasure measure) =>
        measure == Measures[0] ? Key(values) : $"{Key(values)}{MeasureMark}{measure.Code}";

    internal ReportCellAddress? Find(string key)
    {
        var match = _form.Match(key);
        if (!match.Success)
        {
            return null;
        }

        var named = match.Groups["measure"];
        var measure = named.Success ? Measures.First(measure => measure.Code == named.Value) : Measures[0];
        string?[] values =
        [
            .. Dimensions.Select(dimension =>
                match.Groups[dimension.Code] is { Success: true } group ? dimension.Write(group.Value) : null
            ),
        ];
        return new ReportCellAddress(this, values, measure);
    }
}

/// <summary>What tells rows of one kind apart: an organisation, a source of funding, a topic.</summary>
public sealed record ReportDimension(string Code)
{
    /// <summary>The values to choose from; null: any.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>The enum whose values they are.</summary>
    public Type? Vocabulary { get; init; }

    /// <summary>What stands before it in a key, unless it is the first.</summary>
    public char Separator { get; init; } = '/';

    /// <summary>A row may be without it, and its key then leaves it out.</summary>
    public bool IsOptional { get; init; }

    /// <summary>A row may be without it, and its key then has an empty place.</summary>
    public bool MayBeEmpty { get; init; }

    public bool IsNumber { get; init; }

    /// <summary>The report is asked for one value of it.</summary>
    public bool IsParameter { get; init; }

    /// <summary>Case and spaces do not tell values apart.</summary>
    public bool IsFolded { get; init; }

    /// <summary>The values of an enum, as the API names them.</summary>
    public static ReportDimension Of<TEnum>(string code)
        where TEnum : struct, Enum =>
        new(code) { Values = [.. Enum.GetValues<TEnum>().Select(Name)], Vocabulary = typeof(TEnum) };

    /// <summary>A value of an enum, as the API names it.</summary>
    public static string Name<TEnum>(TEnum value)
        where TEnum : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    internal char Mark(int place) => place == 0 ? ReportCellKind.RowMark : Separator;

    internal string Write(string value) => IsFolded ? SearchText.Normalize(value) : value;

    internal string Pattern(int place)
    {
        var values =
            Values is not null ? string.Join('|', Values.Select(Regex.Escape))
            : IsNumber ? (MayBeEmpty ? "[0-9]{0,9}" : "[0-9]{1,9}")
            : MayBeEmpty ? ".*?"
            : ".+?";
        var part = $"{Regex.Escape(Mark(place).ToString())}(?<{Code}>{values})";
        return IsOptional ? $"(?:{part})?" : part;
    }
}

/// <summary>What is counted in a row.</summary>
public sealed record ReportMeasure(string Code, ReportUnit Unit)
{
    /// <summary>Of a share: the measure that is its part; null: it is no share.</summary>
    public string? Count { get; init; }

    /// <summary>Of a share: the measure that is its whole.</summary>
    public string? Base { get; init; }

    /// <summary>Rows add up to their whole.</summary>
    public bool IsAdditive { get; init; } = true;
}

/// <summary>In what a measure is counted.</summary>
public enum ReportUnit
{
    Persons,

    /// <summary>Posts that are held: a person with two counts twice.</summary>
    Posts,

    /// <summary>Applications: a person with two counts twice.</summary>
    Applications,

    /// <summary>Decisions of a commission.</summary>
    Decisions,

    /// <summary>Completed trainings: a person with two counts twice.</summary>
    Trainings,

    Documents,
    Courses,
    Programmes,
    Reviews,
    Groups,
    Hours,
    Lessons,
    Rates,
    Factors,
    Pupils,
    Classes,
    Organisations,

    /// <summary>Entries of a plan.</summary>
    Entries,

    Percent,

    /// <summary>How many of one come to one of another.</summary>
    Ratio,
}
