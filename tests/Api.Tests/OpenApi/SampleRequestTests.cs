using System.Text;

namespace MethodCenter.Api.Tests.OpenApi;

/// <summary>Every operation stands in <c>samples/requests/operations</c> as its example, which works on the demo.</summary>
/// <remarks><c>UPDATE_SAMPLES=1</c> rewrites the files.</remarks>
public sealed class SampleRequestTests(ExampleWorld world) : IClassFixture<ExampleWorld>
{
    private static readonly string Folder = Repository.PathOf("samples", "requests", "operations");

    [Fact]
    public async Task Every_operation_is_among_the_samples_as_its_example_stands()
    {
        var written = Write();
        if (Environment.GetEnvironmentVariable("UPDATE_SAMPLES") == "1")
        {
            Directory.CreateDirectory(Folder);
            foreach (var old in Directory.EnumerateFiles(Folder, "*.http"))
            {
                File.Delete(old);
            }

            foreach (var (name, text) in written)
            {
                await File.WriteAllTextAsync(Path.Combine(Folder, name), text, TestContext.Current.CancellationToken);
            }

            return;
        }

        Directory
            .EnumerateFiles(Folder)
            .Select(Path.GetFileName)
            .ShouldBe(written.Keys, ignoreOrder: true, "UPDATE_SAMPLES=1 renews the samples");
        foreach (var (name, text) in written)
        {
            var committed = await File.ReadAllTextAsync(
                Path.Combine(Folder, name),
                TestContext.Current.CancellationToken
            );
            committed.ReplaceLineEndings("\n").ShouldBe(text, $"{name}: UPDATE_SAMPLES=1 renews the samples");
        }
    }

    /// <summary>One file for each first word of an address.</summary>
    private Dictionary<string, string> Write()
    {
        var runner = new ExampleRunner(world.Api, world.Document);
        return runner
            .Operations()
            .GroupBy(operation => FileOf(operation.Path))
            .ToDictionary(
                file => file.Key,
                file =>
                {
                    var text = new StringBuilder(
                        "# Каждая операция, как в её примере. Written by UPDATE_SAMPLES=1; not edited by hand.\n"
                            + "@host = http://localhost:5080\n@key = mck_…\n"
                    );
                    foreach (var (id, _, _, operation) in file)
                    {
                        Append(text, $"{operation["summary"]} ({id})", runner.RequestOf(ExampleFile.Load(id)));
                    }

                    return text.ToString();
                }
            );
    }

    private static void Append(StringBuilder text, string title, ExampleRequest request)
    {
        text.Append($"\n### {title}\n{request.Method} {{{{host}}}}{request.Address}\nX-Api-Key: {{{{key}}}}\n");
        foreach (var (name, value) in request.Headers)
        {
            text.Append($"{name}: {value}\n");
        }

        if (request.ContentType is { } type)
        {
            var body = request.IsJson ? request.Body!.ToJsonString(ExampleFile.Layout) : (string)request.Body!;
            text.Append($"Content-Type: {type}\n\n{body.ReplaceLineEndings("\n").TrimEnd('\n')}\n");
        }
    }

    private static string FileOf(string path)
    {
        var words = path.Split(['/', ':'], StringSplitOptions.RemoveEmptyEntries);
        return (words[0] == "api" ? words[2] : words[0]) + ".http";
    }
}
