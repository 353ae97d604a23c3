using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Learning.Frdo;

internal sealed class FrdoMaker : Maker
{
    public FrdoMaker() =>
        Object(
            "/frdo/packages/{id}",
            async made =>
            {
                await made.World.DeliverableAsync(1, $"{made.Number():D6}");
                return await made.PostAsync(
                    "/frdo/packages",
                    new
                    {
                        responsible = "Тестова Мария Ивановна",
                        activity = "Образование и наука",
                        budget = "local",
                        citizenship = "643",
                        validOnly = true, // others have made documents that may not be sent
                    }
                );
            }
        );
}
