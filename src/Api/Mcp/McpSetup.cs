using ModelContextProtocol.Protocol;

namespace MethodCenter.Api.Mcp;

/// <summary>The door for assistants, shut by default (ADR 21).</summary>
internal static class McpSetup
{
    private const string Path = "/mcp";

    public static void AddMcpDoor(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(McpOptions.Section).Get<McpOptions>() ?? new McpOptions();
        services.AddSingleton(options);
        if (!options.Enabled)
        {
            return;
        }

        services.AddSingleton<InnerRequests>();
        services.AddSingleton<McpDoor>();
        services.AddMcpServer().WithHttpTransport(transport => transport.Stateless = true);
        services
            .AddOptions<ModelContextProtocol.Server.McpServerOptions>()
            .Configure<McpDoor>(
                (server, door) =>
                {
                    server.ServerInfo = new Implementation
                    {
                        Name = "MethodCenter",
                        Version = typeof(McpSetup).Assembly.GetName().Version!.ToString(3),
                    };
                    server.Handlers.ListToolsHandler = door.ListAsync;
                    server.Handlers.CallToolHandler = door.CallAsync;
                }
            );
    }

    /// <summary>Before anything else: what assistants ask goes through all that follows.</summary>
    public static void UseMcpDoor(this WebApplication app)
    {
        if (app.Services.GetService<InnerRequests>() is not { } requests)
        {
            return;
        }

        app.Use(next =>
        {
            requests.Service = next;
            return next;
        });
    }

    public static void MapMcpDoor(this WebApplication app)
    {
        if (app.Services.GetRequiredService<McpOptions>().Enabled)
        {
            app.MapMcp(Path).WithMetadata(new AsksAgain());
        }
    }
}

/// <summary>Whoever has signed in comes in: each thing that is asked there is a request of its own, with its own permission.</summary>
internal sealed record AsksAgain;
