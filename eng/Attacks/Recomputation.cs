using System.Text.Json.Nodes;

namespace MethodCenter.Attacks;

/// <summary>
/// An analyst, who reads aggregates only, computes withheld cells back: from the answer itself, from totals and what is
/// left of them, from periods that differ by a month, from two days.
/// </summary>
internal sealed class Recomputation : Attack
{
    private const int Small = 4;
    private const int Months = 6;
    private readonly Guesses _guesses = new();
    private readonly int _year;
    private Scene _scene = null!;
    private Guid _post;
    private Client _analyst = null!;

    public Recomputation()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        _year = today.Month >= 9 ? today.Year : today.Year - 1;
    }

    public override string Point => "A9";

    public override string Title => "withheld cells computed back";

    private string Closed => $"{_year - 1}-{_year}";

    public override async Task<Verdict> RunAsync(Scene scene)
    {
        _scene = scene;
        await scene.CentreAsync();
        _post = await scene.TeacherPostAsync();
        Guid[] organisations =
        [
            await scene.OrganisationAsync("school-1"),
            await scene.OrganisationAsync("garden-1", "kindergarten"),
            await scene.OrganisationAsync("house-1", "additionalEducation"),
            await scene.OrganisationAsync("support-1", "supportCentre"),
        ];
        await AttestAsync(organisations);
        await ApplyAsync(organisations);
        _analyst = await scene.HostileAsync("analyst");
        await ComputeAsync("attestations", AttestationSums);
        await ComputeAsync("applications", ApplicationSums);
        await CompareMonthsAsync();
        await CompareDaysAsync(organisations[0]);
        return _guesses.Judge();
    }

    /// <summary>Persons by category and kind of organisation; two kinds have few, each of them in a month with few.</summary>
    private async Task AttestAsync(Guid[] organisations)
    {
        (string Kind, int[] Counts)[] rows = [("highest", [9, 8, 2, 3]), ("first", [11, 7, 3, 4])];
        var few = 0;
        foreach (var (kind, counts) in rows)
        {
            for (var column = 0; column < counts.Length; column++)
            {
                for (var number = 0; number < counts[column]; number++)
                {
                    var day = column < 2 ? MonthOf(0) : MonthOf(few++);
                    var person = await _scene.TeacherAsync(organisations[column], _post);
                    await DecideAsync(person, organisations[column], kind, $"{day:yyyy-MM-dd}");
                }
            }
        }
    }

    /// <summary>A day in one of six months of the year that is over.</summary>
    private DateOnly MonthOf(int number) => new DateOnly(_year - 1, 10, 20).AddMonths(number % Months);

    private async Task DecideAsync(Teacher person, Guid organisationId, string kind, string decidedOn)
    {
        var decision = new
        {
            employeeId = person.Id,
            organisationId,
            positionId = _post,
            kind,
            decidedOn,
            outcome = "granted",
        };
        (await _scene.Admin.PostAsync("/attestations", decision)).Made();
    }

    /// <summary>Applications of the year that is over; of two organisations one has few, one its only refusal.</summary>
    private async Task ApplyAsync(Guid[] organisations)
    {
        var campaign = new
        {
            title = "Курсы",
            opensOn = $"{_year - 1}-09-01",
            closesOn = "2099-12-31",
            decision = "byCentre",
            byQuota = false,
        };
        (await _scene.Admin.PostAsync("/campaigns", campaign)).Made();
        var programme = new
        {
            code = "p-1",
            title = "Оценивание",
            kind = "professionalDevelopment",
            hours = 36,
            line = "thematic",
            form = "fullTime",
            approvedOn = "2015-06-01",
        };
        (await _scene.Admin.PostAsync("/programmes", programme)).Made();
        var born = new DateOnly(1980, 2, 29);
        int[] counts = [9, 8, 7, 3];
        string[] codes = ["school-1", "garden-1", "house-1", "support-1"];
        var rows = new List<string>();
        for (var place = 0; place < counts.Length; place++)
        {
            for (var number = 0; number < counts[place]; number++)
            {
                var person = await _scene.TeacherAsync(organisations[place], _post, born);
                rows.Add(
                    $"{person.Name};{born:dd.MM.yyyy};{codes[place]};Курсы;p-1;{MonthOf(number < 3 ? number + place : 0):dd.MM.yyyy}"
                );
            }
        }

        var sent = await _scene.Admin.ImportAsync(
            "applications",
            "allOrNothing",
            "Фамилия;Имя;Отчество;Дата рождения;Организация;Кампания;Программа;Дата заявки",
            rows
        );
        var first = (await _scene.Admin.GetAsync($"/applications?organisationId={organisations[1]}"))
            .Items()
            .FirstOrDefault();
        if (sent.Count("created") != rows.Count || first is null)
        {
            throw new InvalidOperationException(
                $"The scene cannot be set: {sent.Operation} {string.Join(' ', sent.Findings.Take(1))}"
            );
        }

        var tag = $"\"{first["version"]}\"";
        var refusal = new { reason = "Нет мест" };
        (await _scene.Admin.PostAsync($"/applications/{(string)first["id"]!}/refusal", refusal, tag)).Made();
    }

    /// <summary>Small cells of the year that is over: as shown, or as what the others leave of their sums.</summary>
    private async Task ComputeAsync(string report, Func<JsonNode, IEnumerable<Sum>> sums)
    {
        var path = $"/reports/{report}?academicYear={Closed}";
        var truth = sums((await _scene.Admin.GetAsync(path)).Json!).SelectMany(sum => sum.Parts).ToList();
        var seen = await _analyst.GetAsync(path);
        var known = seen.Status == 200 ? Bounds.Of(sums(seen.Json!)) : new Bounds();
        var cells = truth.Where(cell => cell.Value is > 0 and <= Small).DistinctBy(cell => cell.Name).ToList();
        if (cells.Count == 0)
        {
            throw new InvalidOperationException($"The scene cannot be set: no small cell in {path}");
        }

        foreach (var cell in cells)
        {
            _guesses.Note($"cells of {report}", Small, cell.Value!.Value, known.Exact(cell.Name));
        }
    }

    /// <summary>Two periods that differ by a month.</summary>
    private async Task CompareMonthsAsync()
    {
        foreach (var (report, member) in new[] { ("attestations", "value"), ("applications", "requested") })
        {
            for (var month = 1; month < 12; month++)
            {
                var first = new DateOnly(_year - 1, 9, 1).AddMonths(month);
                var (before, until) = (first.AddDays(-1), first.AddMonths(1).AddDays(-1));
                var truth = await BetweenAsync(_scene.Admin, report, member, before, until);
                if (truth is > 0 and <= Small)
                {
                    _guesses.Note(
                        $"a month of {report}",
                        Small,
                        truth.Value,
                        await BetweenAsync(_analyst, report, member, before, until)
                    );
                }
            }
        }
    }

    private async Task<int?> BetweenAsync(Client client, string report, string member, DateOnly before, DateOnly until)
    {
        var shorter = await client.GetAsync($"/reports/{report}?from={_year - 1}-09-01&to={before:yyyy-MM-dd}");
        var longer = await client.GetAsync($"/reports/{report}?from={_year - 1}-09-01&to={until:yyyy-MM-dd}");
        return (int?)longer.Json?["total"]?[member] - (int?)shorter.Json?["total"]?[member];
    }

    /// <summary>Yesterday's answer and today's: how many came in between?</summary>
    private async Task CompareDaysAsync(Guid school)
    {
        var path = $"/reports/attestations?academicYear={_year}-{_year + 1}";
        var before = Total(await _analyst.GetAsync(path));
        for (var day = 0; day < 8; day++)
        {
            var came = _scene.Chance.Next(1, Small);
            for (var number = 0; number < came; number++)
            {
                await DecideAsync(await _scene.TeacherAsync(school, _post), school, "first", $"{_year}-09-01");
            }

            var after = Total(await _analyst.GetAsync(path));
            _guesses.Note("two days of attestations", Small - 1, came, after - before);
            before = after;
        }

        static int? Total(Said said) => (int?)said.Json?["total"]?["value"];
    }

    private static IEnumerable<Sum> AttestationSums(JsonNode report)
    {
        var rows = report["rows"]!.AsArray().Select(row => row!).ToList();
        foreach (var row in rows)
        {
            yield return new Sum(Row(row), [.. row["cells"]!.AsArray().Select(cell => Cell(row, cell!))]);
        }

        foreach (var column in report["columns"]!.AsArray())
        {
            var group = (string)column!["group"]!;
            var cells = rows.SelectMany(row => row["cells"]!.AsArray().Select(cell => (row, cell!)))
                .Where(one => (string)one.Item2["group"]! == group)
                .Select(one => Cell(one.row, one.Item2));
            yield return new Sum(new(group, (int?)column["total"]?["value"]), [.. cells]);
        }

        yield return new Sum(new("total", (int?)report["total"]?["value"]), [.. rows.Select(Row)]);

        static Figure Row(JsonNode row) => new($"{row["kind"]}", (int?)row["total"]?["value"]);
        static Figure Cell(JsonNode row, JsonNode cell) => new($"{row["kind"]} {cell["group"]}", (int?)cell["value"]);
    }

    private static IEnumerable<Sum> ApplicationSums(JsonNode report)
    {
        foreach (var count in new[] { "requested", "satisfied", "completed", "waiting", "refused" })
        {
            foreach (var list in new[] { "organisations", "programmes", "campaigns" })
            {
                var parts = report[list]!
                    .AsArray()
                    .Select(
                        (row, place) =>
                            new Figure($"{list} {row!["organisation"]?["code"] ?? place} {count}", (int?)row[count])
                    );
                yield return new Sum(new($"total {count}", (int?)report["total"]?[count]), [.. parts]);
            }
        }
    }
}
