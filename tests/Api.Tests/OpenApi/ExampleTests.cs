using MethodCenter.Api.OpenApi;

namespace MethodCenter.Api.Tests.OpenApi;

/// <summary>Every example of the document works as it stands.</summary>
/// <remarks><c>UPDATE_EXAMPLES=1</c> looks the ids up anew and rewrites the responses.</remarks>
public sealed class ExampleTests(ExampleWorld world) : IClassFixture<ExampleWorld>
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("UPDATE_EXAMPLES") == "1";

    public static TheoryData<string> OperationIds => [.. OperationExamples.All().Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_operation_has_an_example_and_every_example_an_operation()
    {
        var operations = new ExampleRunner(world.Api, world.Document)
            .Operations()
            .Select(operation => operation.Id)
            .ToList();
        operations.ShouldNotBeEmpty();
        operations.Except(OperationExamples.All()).ShouldBeEmpty("add Examples/<OperationId>.json beside the endpoint");
        OperationExamples.All().Except(operations).ShouldBeEmpty("remove the file, or name it after the operation");
    }

    [Theory]
    [MemberData(nameof(OperationIds))]
    public async Task Example_works_as_it_stands(string operationId)
    {
        var runner = new ExampleRunner(world.Api, world.Document);
        var example = ExampleFile.Load(operationId);
        try
        {
            if (Update || example.IsOfInstallation)
            {
                await runner.FindAsync(example);
            }

            var answer = await runner.RunAsync(example);
            answer.Code.ShouldBeInRange(200, 299, answer.Text);
            DocumentedStatuses(operationId).ShouldContain(answer.Code);
            if (Update)
            {
                example.Set("response", answer.Json?.DeepClone());
                example.Save();
            }
            else
            {
                JsonShape
                    .Differences(example.Response, answer.Json)
                    .ShouldBeEmpty("UPDATE_EXAMPLES=1 renews the examples");
            }
        }
        finally
        {
            world.Restore();
        }
    }

    private IEnumerable<int> DocumentedStatuses(string operationId) =>
        new ExampleRunner(world.Api, world.Document)
            .Operations()
            .Single(operation => operation.Id == operationId)
            .Operation["responses"]!
            .AsObject()
            .Select(response => int.Parse(response.Key, System.Globalization.CultureInfo.InvariantCulture));
}
