using System.Globalization;
using MethodCenter.Api.Office.Changes;
using MethodCenter.Application.Common.Models;
using MethodCenter.Infrastructure.Demo;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MethodCenter.Api.OpenApi;

/// <summary>Completes each operation from its metadata: parameters, response headers, refusals, security, example.</summary>
/// <remarks>Nothing here names an operation, so that a new one is described by itself.</remarks>
internal sealed class OperationShape(OperationParameters parameters, Wordings wordings, DemoYears years)
    : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var facts = OperationFacts.Of(context);
        operation.Parameters ??= [];
        parameters.Complete(operation, facts, context);
        DescribeAnswers(operation, facts, context.Document, wordings.Of(context.DocumentName));
        operation.Mark(facts.Deprecated.Own, wordings.Of(context.DocumentName));
        AddRefusals(operation, facts, context.Document);
        ReferToPatch(operation, facts, context.Document);
        operation.Security = facts.Open
            ? []
            :
            [
                new OpenApiSecurityRequirement
                {
                    [new OpenApiSecuritySchemeReference(Introduction.ApiKey, context.Document)] = [],
                },
                new OpenApiSecurityRequirement
                {
                    [new OpenApiSecuritySchemeReference(Introduction.Bearer, context.Document)] = [],
                },
            ];
        OperationExamples.AddTo(operation, years);
    }

    private static void DescribeAnswers(
        OpenApiOperation operation,
        OperationFacts facts,
        OpenApiDocument document,
        Wording wording
    )
    {
        foreach (var (status, answer) in operation.Responses ?? [])
        {
            var response = (OpenApiResponse)answer;
            var created = status == "201";
            response.Description = status switch
            {
                "200" => wording.Say("Done"),
                "201" => wording.Say("Created: its address is in `Location`"),
                "202" => wording.Say("Accepted: the operation tells what becomes of it"),
                "204" => wording.Say("Done, no body"),
                "207" => wording.Say("Done, except what was refused: see `items`"),
                "503" => wording.Say("Not ready"),
                _ => response.Description,
            };
            if (Media(response, ChangeStream.MediaType) is { } stream)
            {
                // Events are lines of text; what stands in the data of each, the description says.
                stream.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
            }

            if (Media(response, Upload.Xlsx) is { } workbook)
            {
                workbook.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
            }

            response.Headers = SharedParts.HeadersWith(document, HeadersOf(facts, created));
        }

        if (facts is { Method: "GET", Revised: true })
        {
            operation.Responses!["304"] = new OpenApiResponse
            {
                Description = wording.Say("Not changed: the revision is the one named in `If-None-Match`"),
                Headers = SharedParts.HeadersWith(document, SharedParts.ETag),
            };
        }
    }

    private static List<string> HeadersOf(OperationFacts facts, bool created)
    {
        var names = new List<string>();
        if (facts.Revised)
        {
            names.Add(SharedParts.ETag);
        }

        if (created)
        {
            names.Add(SharedParts.Location);
        }

        if (facts.Idempotent)
        {
            names.Add(IdempotencyFilter.ReplayedHeader);
        }

        if (facts.Deprecated.Any)
        {
            names.AddRange(DeprecationMarks.Headers);
        }

        return names;
    }

    private static void AddRefusals(OpenApiOperation operation, OperationFacts facts, OpenApiDocument document)
    {
        var changes = facts is { Method: not "GET", Open: false };
        (int Status, bool Applies)[] refusals =
        [
            (400, !facts.Health),
            (401, !facts.Open || facts.Body),
            (403, !facts.Open),
            (404, !facts.Open),
            (406, facts.Answers),
            (409, changes),
            (412, facts.IfMatch),
            (413, facts.Body),
            (415, facts.Body),
            (422, changes),
            (428, facts.IfMatch),
            (429, true),
            (500, true),
            (503, !facts.Health),
            (507, facts.Method != "GET"),
        ];
        var statuses = refusals.Where(refusal => refusal.Applies).Select(refusal => refusal.Status);
        foreach (var status in statuses.Concat(facts.Refuses).Order())
        {
            operation.Responses!.TryAdd(
                status.ToString(CultureInfo.InvariantCulture),
                SharedParts.Refusal(status, document)
            );
        }
    }

    private static OpenApiMediaType? Media(OpenApiResponse response, string type) =>
        response.Content?.TryGetValue(type, out var media) == true ? media as OpenApiMediaType : null;

    private static void ReferToPatch(OpenApiOperation operation, OperationFacts facts, OpenApiDocument document)
    {
        if (facts.Patched is null)
        {
            return;
        }

        foreach (var media in operation.RequestBody!.Content!.Values.OfType<OpenApiMediaType>())
        {
            media.Schema = new OpenApiSchemaReference(SchemaNames.OfPatch(facts.Patched), document);
        }
    }
}

/// <summary>What the metadata of an endpoint says about its operation.</summary>
internal sealed record OperationFacts(string Method, bool Open, bool Health, bool IfMatch, bool Body)
{
    /// <summary>The type whose members the body patches; null: no merge patch.</summary>
    public Type? Patched { get; init; }

    /// <summary>The answer has a revision, which is its ETag.</summary>
    public bool Revised { get; init; }

    /// <summary>Statuses of refusals that do not follow from the rest.</summary>
    public IReadOnlyList<int> Refuses { get; init; } = [];

    /// <summary>Answers with a stream of events where the client accepts one.</summary>
    public bool Streams { get; init; }

    /// <summary>Answers with a content, in one of several formats or in one only.</summary>
    public bool Answers { get; init; }

    /// <summary>What of it is deprecated.</summary>
    public required Deprecations Deprecated { get; init; }

    /// <summary>Takes an idempotency key.</summary>
    public bool Idempotent => Method == "POST" && !Open;

    public static OperationFacts Of(OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var path = context.ApiDescription.RelativePath ?? "";
        return new OperationFacts(
            context.ApiDescription.HttpMethod!,
            metadata.OfType<IAllowAnonymous>().Any(),
            path.StartsWith("health", StringComparison.Ordinal),
            metadata.OfType<IfMatchMetadata>().Any(),
            metadata.OfType<IAcceptsMetadata>().Any()
        )
        {
            Deprecated = Deprecations.Of([.. metadata]),
            Patched = metadata.OfType<MergePatchMetadata>().FirstOrDefault()?.BodyType,
            Revised = metadata
                .OfType<IProducesResponseTypeMetadata>()
                .Any(answer => answer.Type?.IsSubclassOf(typeof(DetailsModel)) == true),
            Answers = Formats.Of([.. metadata]).Length > 0,
            Refuses = metadata.OfType<RefusesMetadata>().FirstOrDefault()?.Statuses ?? [],
            Streams = metadata
                .OfType<IProducesResponseTypeMetadata>()
                .Any(answer => answer.ContentTypes.Contains(ChangeStream.MediaType)),
        };
    }
}
