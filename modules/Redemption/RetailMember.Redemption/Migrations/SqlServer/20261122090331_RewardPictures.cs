using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Redemption.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class RewardPictures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "redemption_reward_picture",
                columns: table => new
                {
                    reward_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    content_type = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    hash = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2"),
                    content = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_reward_picture", x => x.reward_id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "redemption_reward_picture");
        }
    }
}
