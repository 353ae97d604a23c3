using System.Globalization;
using System.Text;
using System.Text.Json;
using MethodCenter.Infrastructure.Demo;

namespace MethodCenter.Api;

/// <summary>Loads the demo and tells who starts the service where it listens and with which keys.</summary>
internal static class DemoStart
{
    public static async Task LoadDemoAsync(this WebApplication app, string? presetKey, SecretFile file)
    {
        var summaries = await DemoData.LoadAsync(app.Services, presetKey, app.Lifetime.ApplicationStopping);
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var told = Describe(app.Urls, summaries);
            if (summaries.Any(summary => summary.Keys.Count > 0))
            {
                file.Tell(told);
            }
            else
            {
                Preparing.Tell(told);
            }
        });
    }

    internal static string Describe(IEnumerable<string> urls, IReadOnlyList<DemoSummary> summaries)
    {
        var text = new StringBuilder().AppendLine();
        foreach (var key in summaries.SelectMany(summary => summary.Keys))
        {
            var role = JsonNamingPolicy.CamelCase.ConvertName(key.Role.ToString());
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"  {key.Centre, -12} {role, -22} {key.Secret}  {key.Organisation}"
            );
        }

        foreach (var summary in summaries.Where(summary => summary.Keys.Count == 0))
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"  {summary.Code}: ключи показаны при первом запуске; новые — POST /api/v1/accounts/{{id}}/keys"
            );
            text.AppendLine(
                "    (keys were shown at the first start; make new ones there, as the administrator: --new-key)"
            );
        }

        text.AppendLine();
        foreach (var summary in summaries)
        {
            var counts = summary.Counts;
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"  {summary.Code}: организаций {counts.Organisations}, работников {counts.Employees}, курсов {counts.Courses}, зачислений {counts.Enrolments}, аттестаций {counts.Attestations}"
            );
        }

        var url = urls.FirstOrDefault();
        return text.Append(CultureInfo.InvariantCulture, $"  Swagger UI: {url}/swagger").AppendLine().ToString();
    }
}
