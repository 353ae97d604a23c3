using System.Globalization;
using System.Text.RegularExpressions;
using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Territory.Positions;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Positions;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>Modules and audience of a programme in the cells of a file.</summary>
internal static partial class ProgrammeCells
{
    /// <summary>«Нормативная база (12 ч)».</summary>
    public static IReadOnlyList<string> Write(IEnumerable<ProgrammeModule> modules) =>
        [
            .. modules.Select(module =>
                string.Create(CultureInfo.InvariantCulture, $"{module.Title} ({module.Hours} ч)")
            ),
        ];

    /// <summary>Sections of positions by their names, positions by their codes.</summary>
    public static IReadOnlyList<string>? Write(ProgrammeAudience? audience, Dictionary<Guid, string> positions) =>
        audience is null
            ? null
            :
            [
                .. audience.Categories.Select(category => Vocabulary<PositionCategory>.Write(category, codes: false)),
                .. audience.PositionIds.Select(id => positions[id]),
            ];

    /// <returns>Null: the cell is empty, or the row was refused.</returns>
    public static IReadOnlyList<ProgrammeModuleBody>? TakeModules(ImportRow row, IReadOnlyList<string>? cell)
    {
        if (cell is null)
        {
            return null;
        }

        List<ProgrammeModuleBody> modules = [];
        foreach (var text in cell)
        {
            if (Module().Match(text) is not { Success: true } match)
            {
                row.Refuse(ImportErrors.NotAModule, "modules", text);
                return null;
            }

            modules.Add(
                new ProgrammeModuleBody
                {
                    Title = match.Groups["title"].Value,
                    Hours = int.Parse(match.Groups["hours"].ValueSpan, CultureInfo.InvariantCulture),
                }
            );
        }

        return modules;
    }

    /// <returns>Null: the cell is empty, or the row was refused.</returns>
    public static ProgrammeAudienceBody? TakeAudience(
        ImportRow row,
        IReadOnlyList<string>? cell,
        PositionDirectory positions
    )
    {
        if (cell is null)
        {
            return null;
        }

        List<PositionCategory> categories = [];
        List<Guid> ids = [];
        foreach (var text in cell)
        {
            if (Vocabulary<PositionCategory>.TryRead(text, out var category))
            {
                categories.Add(category);
            }
            else if (positions.Find(text).Succeeded(out var position, out var unknown))
            {
                ids.Add(position.Id);
            }
            else
            {
                row.Refuse(unknown, "audience", text);
            }
        }

        return row.Refused ? null : new ProgrammeAudienceBody { Categories = categories, PositionIds = ids };
    }

    [GeneratedRegex(
        @"^(?<title>.*\S)\s*\((?<hours>[0-9]{1,4})\s*(ч\.?|час[а-я]*)?\)$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Module();
}
