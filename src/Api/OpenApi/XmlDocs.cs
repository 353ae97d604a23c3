using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MethodCenter.Api.OpenApi;

/// <summary>The XML documentation of the service's own types, as plain text.</summary>
internal sealed partial class XmlDocs
{
    // What generated code documents stands in several files under one name.
    private readonly Dictionary<string, XElement> _members = Files()
        .SelectMany(file => XDocument.Load(file).Descendants("member"))
        .DistinctBy(member => member.Attribute("name")!.Value)
        .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);

    public string? Summary(Type type) => Text(Find($"T:{NameOf(type)}")?.Element("summary"));

    /// <summary>Of a field, a property, or the parameter of a record from which the property is made; of a method.</summary>
    public string? Summary(MemberInfo member)
    {
        var owner = NameOf(member.DeclaringType!);
        return member switch
        {
            MethodInfo method => Text(Find(NameOf(method))?.Element("summary")),
            PropertyInfo => Text(Find($"P:{owner}.{member.Name}")?.Element("summary") ?? Parameter(owner, member.Name)),
            _ => Text(Find($"F:{owner}.{member.Name}")?.Element("summary")),
        };
    }

    public string? Remarks(MethodInfo method) => Text(Find(NameOf(method))?.Element("remarks"));

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "MethodCenter.*.xml").Order(StringComparer.Ordinal);

    private XElement? Find(string name) => _members.GetValueOrDefault(name);

    private XElement? Parameter(string record, string name) =>
        Find($"T:{record}")?.Elements("param").FirstOrDefault(param => (string?)param.Attribute("name") == name);

    private static string NameOf(Type type) =>
        (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string NameOf(MethodInfo method) => XmlCommentsNodeNameHelper.GetMemberNameForMethod(method);

    /// <summary>One paragraph: where the comment breaks its lines is of no meaning.</summary>
    private static string? Text(XElement? documentation)
    {
        if (documentation is null)
        {
            return null;
        }

        var copy = new XElement(documentation);
        foreach (var reference in copy.Descendants("see").Where(see => see.Attribute("cref") is not null).ToList())
        {
            reference.ReplaceWith(new XElement("c", Name(reference.Attribute("cref")!.Value)));
        }

        // The converter does not see a code whose lines are broken.
        foreach (var code in copy.Descendants("c"))
        {
            code.Value = Blanks().Replace(code.Value, " ");
        }

        return Blanks().Replace(XmlCommentsTextHelper.Humanize(string.Concat(copy.Nodes())), " ").Trim();
    }

    /// <summary>What is referred to, as the document calls it: a schema by its name, a member or a value by its JSON name.</summary>
    private static string Name(string reference)
    {
        var name = reference[(reference.LastIndexOf('.') + 1)..];
        return reference[0] is 'P' or 'F' ? JsonNamingPolicy.CamelCase.ConvertName(name) : name;
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
