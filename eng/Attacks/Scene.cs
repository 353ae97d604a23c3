using System.Globalization;
using System.Text.Json.Nodes;

namespace MethodCenter.Attacks;

/// <summary>A new centre that the administrator makes, and the hostile accounts in it.</summary>
internal sealed class Scene : IDisposable
{
    private readonly HttpClient _http;
    private readonly Options _options;
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];
    private int _names;

    public Scene(Options options)
    {
        _options = options;
        _http = new HttpClient { BaseAddress = options.Address, Timeout = TimeSpan.FromMinutes(5) };
        Chance = new Random(options.Seed);
    }

    public Random Chance { get; }

    /// <summary>The code of the centre.</summary>
    public string Centre { get; private set; } = "";

    /// <summary>The administrator in the centre: what is made up is made by him, and the truth is his.</summary>
    public Client Admin => new(_http, _options.Key, Centre);

    public async Task<Client> CentreAsync()
    {
        Centre = Unique("attacked");
        var names = new
        {
            code = Centre,
            shortName = "МЦ",
            fullName = "Методический центр",
            territory = "Округ",
            town = "г. Город",
        };
        (await new Client(_http, _options.Key, null).PostAsync("/centres", names)).Made();
        return Admin;
    }

    /// <summary>A hostile account: of its own role, or of the one that the caller has chosen for all.</summary>
    public async Task<Client> HostileAsync(string role, Guid? organisationId = null)
    {
        var given = new
        {
            role = _options.Role ?? role,
            organisationId = _options.Role is null ? organisationId : null,
        };
        var account = new
        {
            kind = "service",
            login = Unique("hostile"),
            displayName = "Враждебная программа",
            roles = new[] { given },
        };
        var id = (await Admin.PostAsync("/accounts", account)).Made();
        var key = await Admin.PostAsync($"/accounts/{id}/keys", new { name = "ключ" });
        key.Made();
        return new Client(_http, (string)key.Json!["secret"]!, Centre);
    }

    public async Task<Guid> OrganisationAsync(string code, string kind = "secondarySchool") =>
        (
            await Admin.PostAsync(
                "/organisations",
                new
                {
                    code,
                    shortName = $"Организация {code}",
                    kind,
                }
            )
        ).Made();

    public async Task<Guid> TeacherPostAsync() =>
        (Guid)
            (await Admin.GetAsync("/positions?limit=500"))
                .Items()
                .Single(position => (string?)position["code"] == "teacher")["id"]!;

    /// <summary>A teacher with a name that nobody else bears.</summary>
    public async Task<Teacher> TeacherAsync(Guid school, Guid post, DateOnly? born = null, string? snils = null)
    {
        var name = Letters(Interlocked.Increment(ref _names));
        var body = new
        {
            lastName = name,
            firstName = "Анна",
            patronymic = "Петровна",
            birthDate = born,
            snils,
            employment = new
            {
                organisationId = school,
                positionId = post,
                from = "2010-09-01",
            },
        };
        return new Teacher((await Admin.PostAsync("/employees", body)).Made(), name, born, snils);
    }

    public static string Snils(int number)
    {
        var digits = (100_000_000 + number).ToString(CultureInfo.InvariantCulture);
        var sum = Enumerable.Range(0, 9).Sum(place => (digits[place] - '0') * (9 - place)) % 101 % 100;
        return $"{digits}{sum:D2}";
    }

    /// <summary>A name of letters alone, as names are.</summary>
    public static string Letters(int number)
    {
        var letters = "";
        for (var rest = number; rest > 0; rest /= 28)
        {
            letters += (char)('а' + (rest % 28));
        }

        return $"Мишенева{letters}";
    }

    /// <summary>One beside it, for another centre.</summary>
    public Scene Another() => new(_options);

    public string Unique(string name) => $"{name}-{_run}-{Interlocked.Increment(ref _names)}";

    public void Dispose() => _http.Dispose();
}

/// <summary>Somebody of whom an attack wants to know something.</summary>
internal sealed record Teacher(Guid Id, string LastName, DateOnly? Born, string? Snils)
{
    public string Name => $"{LastName};Анна;Петровна";
}

/// <summary>An answer.</summary>
internal sealed record Said(int Status, string Text, JsonNode? Json, string? ETag)
{
    /// <summary>What is made must be made: else the scene is not the one that the attack is about.</summary>
    public Guid Made() =>
        Status is >= 200 and < 300 && Json?["id"] is { } id
            ? (Guid)id
            : throw new InvalidOperationException($"The scene cannot be set: {Status} {Text}");

    public IEnumerable<JsonNode> Items() => Json?["items"] is JsonArray items ? items.Select(item => item!) : [];
}
