using System.Reflection;
using System.Xml.Linq;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MethodCenter.Api.OpenApi;

/// <summary>The XML documentation of the service's own types, as plain text.</summary>
internal sealed class XmlDocs
{
    private readonly Dictionary<string, string> _summaries = new(StringComparer.Ordinal);

    public XmlDocs()
    {
        foreach (var file in Files())
        {
            foreach (var member in XDocument.Load(file).Descendants("member"))
            {
                if (member.Element("summary") is { } summary)
                {
                    var text = string.Concat(summary.Nodes());
                    _summaries[member.Attribute("name")!.Value] = XmlCommentsTextHelper.Humanize(text);
                }
            }
        }
    }

    public static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "MethodCenter.*.xml").Order(StringComparer.Ordinal);

    public string? Of(Type type) => _summaries.GetValueOrDefault("T:" + NameOf(type));

    public string? Of(MemberInfo member) =>
        _summaries.GetValueOrDefault(
            $"{(member is PropertyInfo ? 'P' : 'F')}:{NameOf(member.DeclaringType!)}.{member.Name}"
        );

    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');
}
