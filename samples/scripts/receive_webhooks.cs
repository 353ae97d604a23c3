// Receives webhooks on this machine, checks their signatures and prints what has changed.
//   dotnet run samples/scripts/receive_webhooks.cs -- --secret whsec_… [--url http://localhost:5090]
// Register http://localhost:5090/hooks with POST /api/v1/webhooks; the secret is in the answer.
#:sdk Microsoft.NET.Sdk.Web
#:property PublishAot=false
#:property JsonSerializerIsReflectionEnabledByDefault=true
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

var secret = Argument("--secret") ?? Environment.GetEnvironmentVariable("WEBHOOK_SECRET");
if (secret is null || !secret.StartsWith("whsec_", StringComparison.Ordinal))
{
    Console.Error.WriteLine("Give the secret of the webhook: --secret whsec_… (or WEBHOOK_SECRET).");
    return 2;
}

var key = Convert.FromBase64String(secret["whsec_".Length..]);
var seen = new ConcurrentDictionary<string, bool>();
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Warning);
var app = builder.Build();
app.MapPost(
    "/hooks",
    async (HttpRequest request) =>
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer);
        var (id, timestamp) = (
            request.Headers["webhook-id"].ToString(),
            request.Headers["webhook-timestamp"].ToString()
        );

        // First the signature over the bytes as they came, then the age: an old message may be a recorded one.
        byte[] content = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. buffer.ToArray()];
        var expected = HMACSHA256.HashData(key, content);
        if (!request.Headers["webhook-signature"].ToString().Split(' ').Any(one => IsEqual(one, expected)))
        {
            return Results.Unauthorized();
        }

        var age =
            DateTimeOffset.UtcNow
            - DateTimeOffset.FromUnixTimeSeconds(long.Parse(timestamp, CultureInfo.InvariantCulture));
        if (age.Duration() > TimeSpan.FromMinutes(5))
        {
            return Results.BadRequest();
        }

        // A message may come twice; a real receiver keeps the ids in its database, in the transaction of its own change.
        if (seen.TryAdd(id, true))
        {
            var message = JsonNode.Parse(buffer.ToArray())!;
            Console.WriteLine($"{message["type"]} {message["data"]!["href"]} revision {message["data"]!["version"]}");
        }

        return Results.NoContent();
    }
);
app.Urls.Add(Argument("--url") ?? "http://localhost:5090");
Console.WriteLine($"Listening on {app.Urls.Single()}/hooks");
await app.RunAsync();
return 0;

static bool IsEqual(string signature, byte[] expected)
{
    var given = new byte[expected.Length];
    return signature.StartsWith("v1,", StringComparison.Ordinal)
        && Convert.TryFromBase64String(signature[3..], given, out var length)
        && CryptographicOperations.FixedTimeEquals(given.AsSpan(0, length), expected);
}

string? Argument(string name)
{
    var place = Array.IndexOf(args, name);
    return place >= 0 && place + 1 < args.Length ? args[place + 1] : null;
}
