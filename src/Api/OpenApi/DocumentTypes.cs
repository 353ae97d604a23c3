using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;

namespace MethodCenter.Api.OpenApi;

/// <summary>The types behind the schemas, by use: found from the endpoints and followed through their members.</summary>
internal sealed record DocumentTypes(
    IReadOnlySet<Type> Requests,
    IReadOnlySet<Type> Answers,
    IReadOnlySet<Type> Patches,
    IReadOnlySet<Type> Enums
)
{
    public static DocumentTypes Of(IEnumerable<ApiDescription> operations)
    {
        var metadata = operations.SelectMany(operation => operation.ActionDescriptor.EndpointMetadata).ToList();
        var enums = new HashSet<Type>();
        var requests = Follow(metadata.OfType<IAcceptsMetadata>().Select(body => body.RequestType), enums);
        var answers = Follow(
            metadata
                .OfType<IProducesResponseTypeMetadata>()
                .Select(answer => answer.Type)
                .Where(type => type != typeof(void))
                .Append(typeof(Problem))
                .Concat(EventMessages.Types),
            enums
        );
        answers.ExceptWith(requests);
        foreach (
            var member in metadata
                .OfType<System.Reflection.MethodInfo>()
                .SelectMany(QueryTypes)
                .SelectMany(QueryMembers.Of)
        )
        {
            Note(member.PropertyType, enums);
        }

        var patches = Follow(metadata.OfType<MergePatchMetadata>().Select(patch => patch.BodyType), enums);
        return new DocumentTypes(requests, answers, patches, enums);
    }

    /// <summary>The members of a type as JSON has them; what it ignores always has neither a getter nor a setter.</summary>
    public static IList<JsonPropertyInfo> MembersOf(Type type) =>
        [
            .. Json
                .Options.GetTypeInfo(type)
                .Properties.Where(member => member.Get is not null || member.Set is not null),
        ];

    private static IEnumerable<Type> QueryTypes(System.Reflection.MethodInfo handler) =>
        handler
            .GetParameters()
            .Select(parameter => parameter.ParameterType)
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Query<>))
            .Select(type => type.GetGenericArguments()[0]);

    private static HashSet<Type> Follow(IEnumerable<Type?> roots, HashSet<Type> enums)
    {
        var found = new HashSet<Type>();
        var waiting = new Queue<Type>(roots.OfType<Type>());
        while (waiting.TryDequeue(out var declared))
        {
            var type = Nullable.GetUnderlyingType(declared) ?? declared;
            if (type.IsEnum)
            {
                Note(type, enums);
                continue;
            }

            var shape = Json.Options.GetTypeInfo(type);
            if (shape is { Kind: JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary, ElementType: { } element })
            {
                waiting.Enqueue(element);
            }
            else if (shape.Kind == JsonTypeInfoKind.Object && type != typeof(object) && found.Add(type))
            {
                foreach (var member in shape.Properties)
                {
                    waiting.Enqueue(member.PropertyType);
                }
            }
        }

        return found;
    }

    private static void Note(Type declared, HashSet<Type> enums)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type.IsEnum)
        {
            enums.Add(type);
        }
    }
}
