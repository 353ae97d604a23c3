using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MethodCenter.Api.Tests.Makers;

/// <summary>The objects of one centre, made when they are asked for.</summary>
internal sealed partial class Makings(World world)
{
    private const string Base = "/api/v1";

    private static readonly Dictionary<string, Func<Makings, Task<string>>> Makers = Maker
        .All.SelectMany(maker => maker.Addresses)
        .ToDictionary(pair => pair.Key, pair => pair.Value);

    private static readonly Dictionary<string, Func<Makings, Task<Guid>>> Members = Maker
        .All.SelectMany(maker => maker.Members)
        .ToDictionary(pair => pair.Key, pair => pair.Value);

    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _shared = new();
    private readonly ConcurrentDictionary<string, int> _numbers = new();
    private readonly Lazy<Task<Guid>> _school = new(() => world.OrganisationAsync("workplace", "Место работы"));
    private int _number;

    public World World => world;

    public ApiClient Api => world.Api;

    /// <summary>A code that nothing in the centre has.</summary>
    public string Code(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-m{Number()}");

    public int Number() => Interlocked.Increment(ref _number);

    /// <summary>The next number of a kind, from one: for years and days, of which there are not many.</summary>
    public int Next(string kind) => _numbers.AddOrUpdate(kind, 1, (_, last) => last + 1);

    /// <summary>The one object of a kind that whoever asks shares.</summary>
    public async Task<Guid> IdAsync(string pattern)
    {
        var address = await AddressAsync(pattern);
        return Guid.Parse(address[(address.LastIndexOf('/') + 1)..]);
    }

    public Task<string> AddressAsync(string pattern) =>
        _shared.GetOrAdd(Normal(pattern), known => new Lazy<Task<string>>(() => Makers[known](this))).Value;

    public Task<string> NewAsync(string pattern) => Makers[Normal(pattern)](this);

    public async Task<Guid> NewIdAsync(string pattern)
    {
        var address = await NewAsync(pattern);
        return Guid.Parse(address[(address.LastIndexOf('/') + 1)..]);
    }

    /// <summary>A school in which people work and which no test changes.</summary>
    public Task<Guid> SchoolAsync() => _school.Value;

    /// <summary>Makes an object by a request.</summary>
    public async Task<Guid> PostAsync(string path, object body) =>
        (await Api.PostAsync(path, body)).Expect(HttpStatusCode.Created).Id;

    /// <summary>The address of an operation, with objects that are there; null: nobody says how to make one.</summary>
    /// <param name="path">The path as the document has it.</param>
    /// <param name="anew">With an object of its own, for tests that change it.</param>
    public async Task<string?> OperationAsync(string path, bool anew = false)
    {
        if (!path.Contains('{'))
        {
            return path;
        }

        // The longest address that somebody makes: a letter needs an application that has one.
        var segments = path[Base.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var length = segments.Length; length > 0; length--)
        {
            var pattern = Normal("/" + string.Join('/', segments[..length]));
            if (Makers.ContainsKey(pattern))
            {
                var rest = string.Concat(segments[length..].Select(segment => "/" + segment));
                return rest.Contains('{')
                    ? null
                    : Base + (anew ? await NewAsync(pattern) : await AddressAsync(pattern)) + rest;
            }
        }

        return null;
    }

    /// <summary>The id that a member of a body names, by the name of the list in which its object stands.</summary>
    public async Task<Guid?> MemberAsync(string name)
    {
        if (Members.TryGetValue(name, out var make))
        {
            return await make(this);
        }

        var noun = Capital().Replace(Suffix().Replace(name, ""), match => "-" + match.Value.ToLowerInvariant());
        var pattern = Makers.Keys.FirstOrDefault(key =>
            key == $"/{noun}s/{{}}" || key.EndsWith($"/{noun}s/{{}}", StringComparison.Ordinal)
        );
        return pattern is null ? null : await IdAsync(pattern);
    }

    /// <summary>A pattern without the names of its placeholders.</summary>
    internal static string Normal(string pattern) => Placeholder().Replace(pattern, "{}");

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("Ids?$")]
    private static partial Regex Suffix();

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex Capital();
}
