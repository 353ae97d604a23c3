using System.Collections.Concurrent;
using System.Reflection;

namespace MethodCenter.Application.Common.Reports;

/// <summary>
/// Withholds of a report what tells of fewer than five persons, and what it could be computed back from (PD-10).
/// </summary>
/// <remarks>
/// One mechanism for all reports, over the shape of their models. A row is withheld as a whole when one of its counts is
/// from one to four, or the rest that some of its counts leave of the largest is; then so many further rows, the smallest
/// first, that what the total leaves for all of them together tells of nobody. A table whose cells add up in two
/// directions is shown whole or not at all. Of a report whose total would tell, only the largest count is left in each
/// row. A withheld count is absent.
/// </remarks>
public static partial class SmallCells
{
    /// <summary>Fewer persons than this are not told of.</summary>
    public const int Least = 5;

    /// <summary>Stands in a model in the place of a count that is withheld; it is never written.</summary>
    public const int Withheld = int.MinValue;

    private const int MostParts = 6;
    private const string TotalName = "Total";
    private static readonly ConcurrentDictionary<Type, Shape> Shapes = new();

    /// <summary>Whether a member may be absent since it counts persons.</summary>
    public static bool MayBeWithheld(PropertyInfo member) =>
        member.PropertyType == typeof(int) && member.DeclaringType is { } type && IsReport(type) && IsCount(member);

    /// <summary>Whether a report or its rows count persons anywhere: only then it is protected as one of persons.</summary>
    public static bool CountsPersons(Type report) => Shape.Of(report).CountsPersons;

    /// <summary>Withholds in place: a report belongs to the one request that it was made for.</summary>
    public static void Protect(object report)
    {
        var shape = Shape.Of(report.GetType());
        shape.LeaveOneMeasure(report);
        foreach (var list in shape.Lists.Where(list => list.NamesPersons))
        {
            list.Clear(report);
        }

        if (shape.Total?.GetValue(report) is { } total && !IsSafe(CountsOf(total)))
        {
            var counts = CountsOf(total);
            var largest = counts.MaxBy(count => count.Value);
            WithholdAll(report, largest.Value is > 0 and < Least ? null : largest.Path);
        }

        ProtectLevel(report, shape);
    }

    /// <summary>
    /// Rounds all counts of persons down to steps of <see cref="Least"/>: of a period that still runs, two reads tell by their
    /// difference who came in between, and of a withheld count what it was while it could be seen.
    /// </summary>
    /// <remarks>Shares go with them: of a count and its exact share the other count follows.</remarks>
    public static void RoundDown(object report)
    {
        var shape = Shape.Of(report.GetType());
        shape.RoundDown(report);
        foreach (var row in shape.Lists.Where(table => table.HasCounts).SelectMany(table => table.Rows(report)))
        {
            RoundDown(row);
        }
    }

    private static void ProtectLevel(object level, Shape shape)
    {
        var crosses = new List<(Table Table, List<object> Rows)>();
        var withheld = false;
        foreach (var table in shape.Lists.Where(table => !table.NamesPersons && table.HasCounts))
        {
            List<object> rows = [.. table.Rows(level)];
            if (table.IsCross)
            {
                crosses.Add((table, rows));
                continue;
            }

            var whole = table.Whole is { } name ? level.GetType().GetProperty(name)?.GetValue(level) : null;
            withheld |= ProtectTable(rows, whole);
            crosses.AddRange(Nested(rows));
        }

        foreach (var single in shape.Singles)
        {
            if (single.GetValue(level) is { } one)
            {
                if (!IsSafe(CountsOf(one)))
                {
                    Withhold(one);
                    withheld = true;
                }

                crosses.AddRange(Nested([one]));
            }
        }

        foreach (var cross in crosses.SelectMany(cross => WithBelow(cross.Rows).Prepend(cross)).ToList())
        {
            withheld |= cross.Rows.Exists(row => !IsSafe(CountsOf(row)));
        }

        if (withheld)
        {
            foreach (var row in crosses.SelectMany(cross => cross.Rows))
            {
                Withhold(row);
            }
        }
    }

    /// <summary>Rows that add up to one whole.</summary>
    private static bool ProtectTable(List<object> rows, object? whole)
    {
        var open = rows.Select(row => (Row: row, Counts: CountsOf(row))).ToList();
        var closed = open.Where(one => !IsSafe(one.Counts)).ToList();
        if (closed.Count == 0)
        {
            return false;
        }

        open = [.. open.Except(closed).OrderBy(one => one.Counts.Select(count => count.Value).DefaultIfEmpty().Max())];
        if (whole is not null)
        {
            // A row of nothing but zeros hides nothing.
            open.RemoveAll(one => one.Counts.All(count => count.Value is 0 or Withheld));
            while (open.Count > 0 && (closed.Count < 2 || !IsSafe(SumOf(closed.Select(one => one.Counts)))))
            {
                closed.Add(open[0]);
                open.RemoveAt(0);
            }
        }

        foreach (var (row, _) in closed)
        {
            Withhold(row);
        }

        return true;
    }

    /// <summary>No count tells of fewer than five, nor does what is left of the largest without some of the others.</summary>
    private static bool IsSafe(IReadOnlyList<Count> counts)
    {
        List<int> values = [.. counts.Select(count => count.Value).Where(value => value != Withheld)];
        if (values.Exists(value => value is > 0 and < Least))
        {
            return false;
        }

        if (values.Count < 2)
        {
            return true;
        }

        var whole = values.Max();
        values.Remove(whole);
        var subsets = values.Count <= MostParts ? 1 << values.Count : 0;
        for (var chosen = 1; chosen < subsets; chosen++)
        {
            var rest = whole;
            for (var place = 0; place < values.Count; place++)
            {
                rest -= (chosen & (1 << place)) == 0 ? 0 : values[place];
            }

            if (rest is > 0 and < Least)
            {
                return false;
            }
        }

        return subsets > 0 || !values.Exists(value => whole - value is > 0 and < Least);
    }

    private static List<Count> SumOf(IEnumerable<IReadOnlyList<Count>> rows) =>
        [
            .. rows.SelectMany(row => row)
                .Where(count => count.Value != Withheld)
                .GroupBy(count => count.Path)
                .Select(group => new Count(group.Key, group.Sum(count => count.Value))),
        ];

    private static List<Count> CountsOf(object row) => [.. Shape.Of(row.GetType()).Read(row, "")];

    private static IEnumerable<(Table Table, List<object> Rows)> Nested(List<object> rows) =>
        rows.SelectMany(row =>
            Shape
                .Of(row.GetType())
                .Lists.Where(table => table.HasCounts)
                .Select(table => (table, table.Rows(row).ToList()))
        );

    private static IEnumerable<(Table Table, List<object> Rows)> WithBelow(List<object> rows) =>
        Nested(rows).SelectMany(nested => WithBelow(nested.Rows).Prepend(nested));

    /// <summary>Withholds the counts of a row and of all that is below it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="except">The count that is left; null: none is.</param>
    private static void Withhold(object row, string? except = null)
    {
        var shape = Shape.Of(row.GetType());
        shape.Withhold(row, "", except);
        foreach (var below in shape.Lists.Where(table => table.HasCounts).SelectMany(table => table.Rows(row)))
        {
            Withhold(below, except);
        }
    }

    private static void WithholdAll(object report, string? except)
    {
        var shape = Shape.Of(report.GetType());
        foreach (var single in shape.Singles.Append(shape.Total!))
        {
            if (single.GetValue(report) is { } one)
            {
                Withhold(one, except);
            }
        }

        foreach (var row in shape.Lists.Where(table => table.HasCounts).SelectMany(table => table.Rows(report)))
        {
            Withhold(row, except);
        }
    }

    private static bool IsCount(PropertyInfo member) =>
        !member.IsDefined(typeof(NotPersonsAttribute)) && !member.DeclaringType!.IsDefined(typeof(NotPersonsAttribute));

    private static bool IsReport(Type type) =>
        type.Assembly == typeof(SmallCells).Assembly
        && (
            type.Namespace?.EndsWith(".Reports", StringComparison.Ordinal) == true
            || typeof(IReportLine).IsAssignableFrom(type)
        );
}
