using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.Logging.Console;

namespace MethodCenter.Api;

/// <summary>Lines of the log: when, on which request, what.</summary>
internal static class Logs
{
    /// <remarks>
    /// The trace id is the one that an error answer shows and that the audit keeps: who is told «traceId …» by a user finds
    /// the line. A terminal gets text, whatever else reads the console gets one JSON object a line; a setting
    /// (<c>Logging:Console:FormatterName</c>) decides otherwise.
    /// </remarks>
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        builder.Logging.Configure(options => options.ActivityTrackingOptions = ActivityTrackingOptions.TraceId);
        if (string.IsNullOrEmpty(builder.Configuration["Logging:Console:FormatterName"]))
        {
            builder.Services.Configure<ConsoleLoggerOptions>(options =>
                options.FormatterName = Console.IsOutputRedirected
                    ? ConsoleFormatterNames.Json
                    : ConsoleFormatterNames.Simple
            );
        }

        builder.Services.Configure<SimpleConsoleFormatterOptions>(options =>
        {
            Describe(options);
            options.TimestampFormat += " "; // the formatter puts nothing between it and the text
            options.SingleLine = true;
        });
        builder.Services.Configure<JsonConsoleFormatterOptions>(options =>
        {
            Describe(options);
            options.JsonWriterOptions = options.JsonWriterOptions with
            {
                Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            };
        });
    }

    private static void Describe(ConsoleFormatterOptions options)
    {
        options.IncludeScopes = true;
        options.UseUtcTimestamp = true;
        options.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
    }
}
