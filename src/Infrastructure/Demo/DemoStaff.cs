using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>A made-up employee as a row of the import.</summary>
internal sealed record DemoEmployee
{
    public required string LastName { get; init; }

    public required string FirstName { get; init; }

    public required string Patronymic { get; init; }

    public required string Sex { get; init; }

    public required string BirthDate { get; init; }

    public required string TeachingSince { get; init; }

    public required string Education { get; init; }

    public required string Snils { get; init; }

    public required string Organisation { get; init; }

    public required string Position { get; init; }

    public required string From { get; init; }

    /// <summary>By which the demo finds the employee again.</summary>
    public string Key { get; init; } = "";
}

/// <summary>A place of work of the demo.</summary>
internal sealed record DemoPlace(DemoOrganisation Organisation, string Position, DateOnly Since);

/// <summary>The staff list of a centre, brought by the import as a neighbouring system would bring it.</summary>
internal sealed class DemoStaff(DemoSession session)
{
    private const string Source = "demo";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly List<DemoEmployee> _employees = [];

    /// <summary>Adds a row; gives the key of the employee.</summary>
    public string Add(DemoEmployee employee)
    {
        var key = _employees.Count.ToString("D6", CultureInfo.InvariantCulture);
        _employees.Add(employee with { Key = key });
        return key;
    }

    /// <summary>Imports the list; gives the ids of the employees by their keys.</summary>
    public async Task<IReadOnlyDictionary<string, Guid>> ImportAsync(CancellationToken cancellationToken)
    {
        await using var file = new MemoryStream();
        foreach (var employee in _employees)
        {
            await JsonSerializer.SerializeAsync(file, employee, Json, cancellationToken);
            file.WriteByte((byte)'\n');
        }

        file.Position = 0;
        await session.ImportAsync(DemoKind.Employee, "employees", Source, file, cancellationToken);
        return await session.FindKeysAsync("employees", Source, _employees.Count, cancellationToken);
    }
}
