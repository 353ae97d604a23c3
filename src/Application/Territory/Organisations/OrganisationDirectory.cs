using System.Text;
using MethodCenter.Application.Common.Datasets;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Territory.Organisations;

/// <summary>
/// The organisations that the caller may see, found by whatever people write in tables (Part 4 rule 5).
/// </summary>
/// <remarks>
/// By code, number, short or full name, former name and alias; case, ё, quotes, «№» and the legal form do not matter.
/// Where several fit, nobody is chosen: the candidates are named. Read once in the life of an import.
/// </remarks>
internal sealed class OrganisationDirectory(ITerritoryStore store)
{
    /// <summary>Legal forms that people put before a name or leave out.</summary>
    private static readonly HashSet<string> LegalForms = new(StringComparer.Ordinal)
    {
        "МБОУ",
        "МАОУ",
        "МКОУ",
        "МОУ",
        "ГБОУ",
        "ГАОУ",
        "ГКОУ",
        "ГОУ",
        "ЧОУ",
        "АНОО",
        "НОУ",
        "МБДОУ",
        "МАДОУ",
        "МКДОУ",
        "МДОУ",
        "ГБДОУ",
        "ГАДОУ",
        "ГДОУ",
        "ЧДОУ",
        "МБУДО",
        "МБУ",
        "МАУ",
        "МАУДО",
        "ГБУДО",
        "ГБУ",
        "ГБНОУ",
        "ГБПОУ",
        "ОУ",
    };

    /// <summary>Texts that are remembered; a file may write another one in each row.</summary>
    private const int MostAnswers = 10_000;

    private readonly Dictionary<string, Result<OrganisationFacts>> _answers = new(StringComparer.Ordinal);
    private Dictionary<string, List<OrganisationFacts>>? _byCode;
    private Dictionary<string, List<OrganisationFacts>> _byName = [];

    /// <summary>Reads the organisations, once.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (_byCode is not null)
        {
            return;
        }

        var rows = await store
            .Organisations.AsNoTracking()
            .Select(organisation => new
            {
                Facts = new OrganisationFacts(
                    organisation.Id,
                    organisation.Code,
                    organisation.ShortName,
                    organisation.Status,
                    organisation.StatusSince,
                    organisation.OutsideTerritory
                ),
                organisation.FullName,
                organisation.Number,
                Others = organisation.OtherNames.Select(name => name.Name).ToList(),
            })
            .ToListAsync(cancellationToken);

        // Codes are unique as they are written, not in their normal form: «s-1» and «S-1» may both be there.
        _byCode = rows.GroupBy(row => SearchText.Normalize(row.Facts.Code), row => row.Facts, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        _byName = new Dictionary<string, List<OrganisationFacts>>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var names = row
                .Others.Append(row.Facts.ShortName)
                .Append(row.FullName)
                .Append(row.Number ?? "")
                .Select(Simplify)
                .Where(name => name.Length > 0);
            foreach (var name in names.Distinct(StringComparer.Ordinal))
            {
                if (!_byName.TryGetValue(name, out var bearers))
                {
                    _byName.Add(name, bearers = []);
                }

                bearers.Add(row.Facts);
            }
        }
    }

    /// <summary>The organisation that a text names.</summary>
    public Result<OrganisationFacts> Find(string text)
    {
        if (!_answers.TryGetValue(text, out var answer))
        {
            answer = Look(text);
            if (text.Length <= Organisation.FullNameMaxLength && _answers.Count < MostAnswers)
            {
                _answers.Add(text, answer);
            }
        }

        return answer;
    }

    /// <summary>The organisation of a cell; null: the cell is empty, or the row was refused.</summary>
    public OrganisationFacts? Take(ImportRow row, string? text, string column) =>
        row.TakeNamed(text, column, Find, found => Show([found]));

    private Result<OrganisationFacts> Look(string text)
    {
        if (_byCode!.TryGetValue(SearchText.Normalize(text), out var coded))
        {
            return coded.Count == 1 ? coded[0]
                : coded.Find(one => one.Code == text) is { } exact ? exact
                : ImportErrors.AmbiguousReference(Show(coded));
        }

        var simple = Simplify(text);
        return !_byName.TryGetValue(simple, out var bearers) ? Guess(simple)
            : bearers.Count == 1 ? bearers[0]
            : ImportErrors.AmbiguousReference(Show(bearers));
    }

    /// <summary>No organisation has the name: one with the number in it is suggested, never taken.</summary>
    private Error Guess(string simple)
    {
        var numbers = simple.Split(' ').Where(word => word.Length < 6 && word.All(char.IsAsciiDigit)).Distinct();
        var alike = numbers.SelectMany(number => _byName.GetValueOrDefault(number) ?? []).Distinct().ToList();
        return alike.Count == 0
            ? ImportErrors.UnknownReference("organisation")
            : ImportErrors.AmbiguousReference(Show(alike));
    }

    private static string Show(List<OrganisationFacts> organisations) =>
        string.Join(
            "; ",
            organisations.Take(10).Select(organisation => $"{organisation.Code} — {organisation.ShortName}")
        );

    /// <summary>Words of the name without legal form, punctuation and «№».</summary>
    internal static string Simplify(string name)
    {
        var plain = new StringBuilder(SearchText.Normalize(name));
        for (var place = 0; place < plain.Length; place++)
        {
            if (plain[place] is '№' or '.' or ',' or '(' or ')')
            {
                plain[place] = ' ';
            }
        }

        return string.Join(
            ' ',
            plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !LegalForms.Contains(word))
        );
    }
}

/// <summary>What a place of work needs to know of an organisation.</summary>
internal sealed record OrganisationFacts(
    Guid Id,
    string Code,
    string ShortName,
    OrganisationStatus Status,
    DateOnly? StatusSince,
    bool OutsideTerritory
);
