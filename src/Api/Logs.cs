using System.Diagnostics;
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
        builder.Services.AddSingleton<IExternalScopeProvider, TraceScope>();
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

    /// <summary>The one scope of a line: the trace id of its request.</summary>
    /// <remarks>
    /// The scopes of the framework are left out: they hold the path of the request, and so the codes of public links, which
    /// are secrets.
    /// </remarks>
    private sealed class TraceScope : IExternalScopeProvider
    {
        public void ForEachScope<TState>(Action<object?, TState> callback, TState state)
        {
            if (Activity.Current is { } activity)
            {
                callback(new Trace(activity.TraceId.ToString()), state);
            }
        }

        public IDisposable Push(object? state) => Nothing.Instance;
    }

    private sealed class Trace(string id) : List<KeyValuePair<string, object?>>([new("TraceId", id)])
    {
        public override string ToString() => id;
    }

    private sealed class Nothing : IDisposable
    {
        public static readonly Nothing Instance = new();

        public void Dispose() { }
    }

    private static void Describe(ConsoleFormatterOptions options)
    {
        options.IncludeScopes = true;
        options.UseUtcTimestamp = true;
        options.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
    }
}
