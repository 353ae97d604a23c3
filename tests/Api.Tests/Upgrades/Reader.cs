using System.Text.Json.Nodes;
using MethodCenter.Api.Tests.Robustness;

namespace MethodCenter.Api.Tests.Upgrades;

/// <summary>Reads everything that the published document says can be read, in the order of the document.</summary>
internal sealed class Reader(TestService service, string centre)
{
    private const string PageQuery = "limit=500&includeTotal=true";
    private static readonly string[] AcademicYears = ["2019-2020", "2025-2026", "2026-2027"];
    private static readonly string[] Years = ["2026", "2027"];
    private readonly Dictionary<string, Answer> _answers = [];
    private readonly ApiClient _api = service.Client(centre: centre);

    /// <summary>Reads again what was read before, in the same order.</summary>
    public static async Task<IReadOnlyList<Reading>> ReadAgainAsync(TestService service, IEnumerable<Reading> before)
    {
        var readings = new List<Reading>();
        foreach (var place in before.Select(reading => reading.Address).GroupBy(address => address.Split(' ')[0]))
        {
            using var api = service.Client(centre: place.Key);
            foreach (var address in place)
            {
                readings.Add(Reading.Of(address, await api.GetAsync(address[(place.Key.Length + 1)..])));
            }
        }

        return readings;
    }

    /// <summary>Every list, every object in a list and every report; operations of which nothing could be read are named.</summary>
    public async Task<(IReadOnlyList<Reading> Readings, IReadOnlyList<string> Unread)> ReadAllAsync()
    {
        var document = await ApiDocument.ReadAsync(service.Client(key: null));
        var (readings, unread) = (new List<Reading>(), new List<string>());
        foreach (var operation in document.Operations.Where(IsRead).OrderBy(operation => operation.Path.Count(IsBrace)))
        {
            var good = false;
            foreach (var address in await AddressesAsync(operation))
            {
                var answer = await GetAsync(address);
                readings.Add(Reading.Of($"{centre} {address}", answer));
                good |= answer.Status == HttpStatusCode.OK;
            }

            if (!good)
            {
                unread.Add(operation.Path);
            }
        }

        return (readings, unread);
    }

    private static bool IsRead(Operation operation) =>
        operation.Method == HttpMethod.Get && operation.Path.StartsWith("/api/", StringComparison.Ordinal);

    private static bool IsBrace(char symbol) => symbol == '{';

    private async Task<Answer> GetAsync(string address)
    {
        if (!_answers.TryGetValue(address, out var answer))
        {
            answer = await _api.GetAsync(address);
            _answers[address] = answer;
        }

        return answer;
    }

    private async Task<IReadOnlyList<string>> AddressesAsync(Operation operation)
    {
        List<string> addresses = [""];
        foreach (var part in operation.Path.Split('/').Skip(1))
        {
            var next = new List<string>();
            foreach (var address in addresses)
            {
                next.AddRange(
                    part.StartsWith('{')
                        ? (await ValuesAsync(address, part.Trim('{', '}'))).Select(value => $"{address}/{value}")
                        : [$"{address}/{part}"]
                );
            }

            addresses = next;
        }

        return [.. addresses.SelectMany(address => QueriesOf(operation).Select(query => address + query))];
    }

    /// <summary>What stands in the place of a parameter below the address: the ids of the list there, as a rule.</summary>
    private async Task<IEnumerable<string>> ValuesAsync(string address, string parameter) =>
        (address, parameter) switch
        {
            (_, "academicYear") => AcademicYears,
            ("/api/v1/reports/risk-profiles", _) => await SchoolsAsync(),
            ("/api/v1/exports" or "/api/v1/imports", _) => await MembersAsync("/api/v1/imports", "name"),
            ("/api/v1/public/certificates", _) => await CodesAsync(),
            ("/api/v1/public/calendars", _) => ["none"],
            _ => await MembersAsync(address, "id"),
        };

    private async Task<IEnumerable<string>> MembersAsync(string address, string member) =>
        (await ItemsAsync(address)).Select(item => (string?)item[member]).OfType<string>().Distinct();

    /// <summary>Schools that take part in a programme of support: they have a profile.</summary>
    private async Task<IEnumerable<string>> SchoolsAsync()
    {
        var schools = new HashSet<string>();
        foreach (var programme in await MembersAsync("/api/v1/support-programmes", "id"))
        {
            var participations = await ItemsAsync($"/api/v1/support-programmes/{programme}/participations");
            schools.UnionWith(participations.Select(one => (string)one["organisation"]!["id"]!));
        }

        return schools;
    }

    /// <summary>What stands on the papers.</summary>
    private async Task<IEnumerable<string>> CodesAsync()
    {
        var codes = new List<string>();
        foreach (var id in await MembersAsync("/api/v1/certificates", "id"))
        {
            codes.Add((string)(await GetAsync($"/api/v1/certificates/{id}"))["code"]!);
        }

        return codes;
    }

    private async Task<IEnumerable<JsonNode>> ItemsAsync(string address)
    {
        var answer = await GetAsync($"{address}?{PageQuery}");
        var list = answer.Status == HttpStatusCode.OK ? answer : await GetAsync(address);
        return ((list.Json as JsonObject)?["items"] as JsonArray ?? list.Json as JsonArray ?? []).Select(item => item!);
    }

    private static IEnumerable<string> QueriesOf(Operation operation)
    {
        var names = operation.Query.Select(parameter => (string)parameter["name"]!).ToHashSet();
        var page = names.Contains("includeTotal") ? PageQuery : "";
        var required = string.Join(
            '&',
            operation
                .Query.Where(parameter => (bool?)parameter["required"] == true)
                .Select(parameter => $"{parameter["name"]}={Uri.EscapeDataString((string)parameter["example"]!)}")
        );
        var fixedPart = string.Join('&', new[] { page, required }.Where(part => part.Length > 0));
        yield return fixedPart.Length == 0 ? "" : "?" + fixedPart;
        if (!operation.Path.Contains("/reports/", StringComparison.Ordinal))
        {
            yield break;
        }

        var years =
            names.Contains("academicYear") ? AcademicYears.Select(year => "academicYear=" + year)
            : names.Contains("year") ? Years.Select(year => "year=" + year)
            : [];
        foreach (var year in years)
        {
            yield return "?" + string.Join('&', new[] { fixedPart, year }.Where(part => part.Length > 0));
        }
    }
}
