using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Application.Common.Reports;
using Microsoft.OpenApi;

namespace MethodCenter.Api.OpenApi;

/// <summary>Makes the generated schemas say exactly what the service accepts and answers.</summary>
internal sealed class SchemaPasses(OpenApiDocument document, RequestLimits limits, Wording wording)
{
    private IDictionary<string, IOpenApiSchema> Schemas => document.Components!.Schemas!;

    /// <summary>References as OpenAPI 3.1 writes them: plain, with a description beside, or one of it and null.</summary>
    public void Straighten()
    {
        foreach (var schema in Schemas.Values.OfType<OpenApiSchema>())
        {
            foreach (var (name, member) in schema.Properties?.ToList() ?? [])
            {
                schema.Properties![name] = Straight(member);
            }
        }
    }

    /// <summary>A request takes no unknown members; it must have those that the type requires, within their limits.</summary>
    public void CloseRequests(IEnumerable<Type> types)
    {
        foreach (var (type, schema) in Known(types))
        {
            schema.AdditionalPropertiesAllowed = false;
            schema.Required = null;
            var sample = Activator.CreateInstance(type, nonPublic: true);
            foreach (var member in DocumentTypes.MembersOf(type))
            {
                var property = schema.Properties![member.Name];
                if (member.IsRequired)
                {
                    (schema.Required ??= new HashSet<string>()).Add(member.Name);
                }
                else if (member.Get?.Invoke(sample!) is { } value)
                {
                    SetDefault(property, JsonSerializer.SerializeToNode(value, Http.Json.Options)!);
                }

                (property as OpenApiSchema)?.Apply(limits.Of(type, NameOf(member)), wording);
            }
        }
    }

    /// <summary>An answer always has all its members, except those that are left out when there is nothing to say.</summary>
    public void CompleteAnswers(IEnumerable<Type> types)
    {
        foreach (var (type, schema) in Known(types))
        {
            schema.AdditionalPropertiesAllowed = true;
            schema.Required = new HashSet<string>();
            foreach (var member in DocumentTypes.MembersOf(type))
            {
                if (IsLeftOut(member))
                {
                    schema.Properties![member.Name] = WithoutNull(schema.Properties[member.Name]);
                }
                else
                {
                    schema.Required.Add(member.Name);
                }
            }
        }
    }

    /// <summary>A merge patch (RFC 7396) has the members of the type, none of them required; nested objects are patched too.</summary>
    public void AddPatches(IReadOnlySet<Type> types)
    {
        var patched = types.Where(type => Schemas.ContainsKey(SchemaNames.Of(type))).ToDictionary(SchemaNames.Of);
        foreach (var type in patched.Values)
        {
            var whole = (OpenApiSchema)Schemas[SchemaNames.Of(type)];
            var patch = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = wording.Say(
                    "Changes of `{0}`: what is absent stays as it is, `null` clears it.",
                    SchemaNames.Of(type)
                ),
                AdditionalPropertiesAllowed = false,
                Properties = new Dictionary<string, IOpenApiSchema>(),
            };
            foreach (var (name, member) in whole.Properties!)
            {
                patch.Properties[name] = PatchOf(member);
            }

            Schemas[SchemaNames.OfPatch(type)] = patch;
        }

        IOpenApiSchema PatchOf(IOpenApiSchema member)
        {
            switch (member)
            {
                case OpenApiSchemaReference { Reference.Id: { } id }:
                    return patched.TryGetValue(id, out var nested)
                        ? Reference(SchemaNames.OfPatch(nested))
                        : Reference(id);
                case OpenApiSchema { OneOf: [OpenApiSchemaReference { Reference.Id: { } id }, var none] } either
                    when patched.TryGetValue(id, out var inner):
                    var copy = (OpenApiSchema)either.CreateShallowCopy();
                    copy.OneOf = [Reference(SchemaNames.OfPatch(inner)), none];
                    return copy;
                default:
                    var plain = (OpenApiSchema)((OpenApiSchema)member).CreateShallowCopy();
                    plain.Default = null;
                    return plain;
            }
        }
    }

    /// <summary>What each value of a vocabulary means.</summary>
    public void DescribeEnums(IEnumerable<Type> types)
    {
        foreach (var type in types)
        {
            if (Schemas.TryGetValue(SchemaNames.Of(type), out var found) && found is OpenApiSchema schema)
            {
                var values = Enum.GetNames(type)
                    .Select(name =>
                        (Json: JsonNamingPolicy.CamelCase.ConvertName(name), Meaning: wording.Of(type.GetField(name)!))
                    )
                    .Select(value =>
                        value.Meaning is null ? $"- `{value.Json}`" : $"- `{value.Json}`: {value.Meaning}"
                    );
                schema.Description = $"{wording.Of(type)}\n\n{string.Join('\n', values)}".Trim();
            }
        }
    }

    /// <summary>
    /// Members that every object has, and those that refer to another: where its documentation says nothing of its own, the
    /// document says what the name means everywhere.
    /// </summary>
    public void DescribeReferences()
    {
        var meanings = ChangeTypes.All.ToDictionary(
            type => JsonNamingPolicy.CamelCase.ConvertName(type.Aggregate.Name) + "Id",
            type => wording.Say("Read it at `{0}`.", AddressOf(type)),
            StringComparer.Ordinal
        );
        meanings.Add("id", wording.Say("The id of the object; it never changes."));
        meanings.Add("computedAt", wording.Say("When it was computed."));
        meanings.Add("version", wording.Say("The revision of the object: its `ETag`, which `If-Match` names."));
        foreach (var schema in Schemas.Values.OfType<OpenApiSchema>())
        {
            foreach (var (name, member) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
            {
                if (member is OpenApiSchema { Description: null } plain && meanings.TryGetValue(name, out var meaning))
                {
                    plain.Description = meaning;
                }
            }
        }

        static string AddressOf(ChangeType type) =>
            type.Parent is null
                ? $"{ChangeTypes.ApiBase}/{type.Path}/{{id}}"
                : $"{ChangeTypes.ApiBase}/{type.Parent}/{{…}}/{type.Name}/{{id}}";
    }

    /// <summary>Drops the schemas to which nothing refers any more.</summary>
    public void DropUnused()
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(ReferencesIn(Serialized(writer => document.Paths.SerializeAsV31(writer))));
        foreach (
            var part in document
                .Components!.Responses!.Values.Cast<IOpenApiSerializable>()
                .Concat(document.Webhooks!.Values)
        )
        {
            ReferencesIn(Serialized(part.SerializeAsV31)).ForEach(waiting.Enqueue);
        }

        while (waiting.TryDequeue(out var name))
        {
            if (used.Add(name))
            {
                ReferencesIn(Serialized(Schemas[name].SerializeAsV31)).ForEach(waiting.Enqueue);
            }
        }

        foreach (var name in Schemas.Keys.Where(name => !used.Contains(name)).ToList())
        {
            Schemas.Remove(name);
        }
    }

    private IEnumerable<(Type Type, OpenApiSchema Schema)> Known(IEnumerable<Type> types) =>
        types
            .Where(type =>
                Schemas.TryGetValue(SchemaNames.Of(type), out var found)
                && found is OpenApiSchema { Properties: not null }
            )
            .Select(type => (type, (OpenApiSchema)Schemas[SchemaNames.Of(type)]));

    private OpenApiSchemaReference Reference(string id) => new(id, document);

    private IOpenApiSchema Straight(IOpenApiSchema schema)
    {
        switch (schema)
        {
            case OpenApiSchemaReference { Reference.Id: { } id }:
                return Reference(id);
            case OpenApiSchema { AllOf: [OpenApiSchemaReference { Reference.Id: { } id }] } extended:
                var description = extended.Description == Schemas[id].Description ? null : extended.Description;
                var nullable = extended.Type?.HasFlag(JsonSchemaType.Null) == true;
                if (nullable)
                {
                    return new OpenApiSchema
                    {
                        OneOf = [Reference(id), new OpenApiSchema { Type = JsonSchemaType.Null }],
                        Description = description,
                    };
                }

                var reference = Reference(id);
                reference.Description = description;
                return reference;
            case OpenApiSchema { Items: { } items } list:
                list.Items = Straight(items);
                return list;
            default:
                return schema;
        }
    }

    private static IOpenApiSchema WithoutNull(IOpenApiSchema schema)
    {
        switch (schema)
        {
            case OpenApiSchema { OneOf: [OpenApiSchemaReference reference, _] } either:
                reference.Description = either.Description;
                return reference;
            case OpenApiSchema { Type: { } type } plain:
                plain.Type = type & ~JsonSchemaType.Null;
                return plain;
            default:
                return schema;
        }
    }

    private static void SetDefault(IOpenApiSchema schema, JsonNode value)
    {
        switch (schema)
        {
            case OpenApiSchema plain:
                plain.Default = value;
                break;
            case OpenApiSchemaReference reference:
                reference.Default = value;
                break;
        }
    }

    private static bool IsLeftOut(JsonPropertyInfo member) =>
        member.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true).Length > 0
        || (member.AttributeProvider is System.Reflection.PropertyInfo property && SmallCells.MayBeWithheld(property));

    private static string NameOf(JsonPropertyInfo member) =>
        ((System.Reflection.PropertyInfo)member.AttributeProvider!).Name;

    private static string Serialized(Action<IOpenApiWriter> write)
    {
        using var text = new StringWriter();
        write(new OpenApiJsonWriter(text));
        return text.ToString();
    }

    private static List<string> ReferencesIn(string json) =>
        [
            .. json.Split("\"#/components/schemas/")
                .Skip(1)
                .Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)])
                .Distinct(StringComparer.Ordinal),
        ];
}
