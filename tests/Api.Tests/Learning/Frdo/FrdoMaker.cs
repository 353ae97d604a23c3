using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Learning.Frdo;

internal sealed class FrdoMaker : Maker
{
    public FrdoMaker() =>
        Object(
            "/frdo/packages/{id}",
            async made =>
            {
                await made.World.DeliverableAsync(1);
                return await made.PostAsync("/frdo/packages", FrdoGround.Statement);
            }
        );
}
